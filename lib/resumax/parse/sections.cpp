#include <resumax/parse/sections.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/split.hpp>
#include <resumax/parse/vocabulary.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace resumax::parse {
namespace {

/// What makes lines look alike as headings.
using Style = std::tuple<int, std::uint16_t, bool, bool, int, bool>;

Style style_of(const Line& line) {
  const Look& look = line.segments.empty() ? line.look : line.segments.front().look;
  return {static_cast<int>(std::lround(look.size * 4)), look.font, look.bold, look.caps, line.heading, line.label};
}

class Finder {
 public:
  explicit Finder(const Flow& flow)
      : flow_(flow), kinds_(flow.lines.size()), accepted_(flow.lines.size(), Found::none) {
    for (std::size_t i = 0; i < flow.lines.size(); ++i) match(i);
    for (const Line& l : flow.lines)
      if (l.label) labelled_rows_.insert(l.row);
  }

  std::vector<SectionLines> run() {
    choose_styles();
    accept_unknown();
    accept_standing();
    return collect();
  }

 private:
  enum class Found : std::uint8_t { none, known, unknown };

  const Line& line(std::size_t i) const { return flow_.lines[i]; }

  void match(std::size_t i) {
    const Line& l = line(i);
    largest_ = std::max(largest_, l.page <= 1 ? l.look.size : 0.0F);
    if (l.text.size() > 80 || word_count(l.text) > 7) return;
    if (l.bullet && l.heading == 0 && (l.level < 0 || !(l.look.bold || l.look.size > flow_.body_size * 1.06F))) return;
    bool title = false, partial = false;
    kinds_[i] = Vocabulary::get().heading(l.text, &title, &partial);
    if (kinds_[i] && partial) partial_.insert(i);
    if (title && i < 6) titles_.insert(i);
  }

  bool distinct(std::size_t i) const {
    const Line& l = line(i);
    const Look& look = l.segments.empty() ? l.look : l.segments.front().look;
    return l.heading > 0 || l.label || look.size > flow_.body_size * 1.06F || look.bold || look.caps || l.gap > 0.75F;
  }

  static bool stands_out_more(const Style& a, const Style& b) {
    return std::tuple(std::get<0>(a), std::get<2>(a), std::get<3>(a)) >
           std::tuple(std::get<0>(b), std::get<2>(b), std::get<3>(b));
  }
  /// Whether styles are the same but for standing in a label cell: a heading there may have its text in rows below.
  static bool same_print(Style a, const Style& b) {
    std::get<5>(a) = std::get<5>(b);
    return a == b;
  }

  /// Keeps the matches whose look several headings share, or that stand out at least as much as those.
  void choose_styles() {
    std::map<Style, std::set<SectionKind>> styles;
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (kinds_[i] && distinct(i) && !partial_.contains(i)) styles[style_of(line(i))].insert(*kinds_[i]);
    std::size_t most = 0;
    for (const auto& [style, kinds] : styles)
      if (kinds.size() > most || (kinds.size() == most && stands_out_more(style, main_)))
        most = kinds.size(), main_ = style;
    main_count_ = most;
    std::set<int> main_columns;
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (kinds_[i] && style_of(line(i)) == main_) main_columns.insert(line(i).column);
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (!kinds_[i]) continue;
      const Style style = style_of(line(i));
      const std::size_t sharing = styles.contains(style) ? styles[style].size() : 0;
      const bool elsewhere = !main_columns.contains(line(i).column);
      const bool alike = std::get<5>(style) == std::get<5>(main_) && std::get<2>(style) == std::get<2>(main_) &&
                         std::get<3>(style) == std::get<3>(main_) && std::get<1>(style) == std::get<1>(main_) &&
                         std::abs(std::get<0>(style) - std::get<0>(main_)) * 5 <= std::get<0>(main_);
      bool good = false;
      if (most == 0)
        good = flow_.lines.size() < 2 || line(i).gap > 0.3F || line(i).gap == 0;
      else if (same_print(style, main_) && (style == main_ || !partial_.contains(i)))
        good = true;
      else if (std::get<4>(main_) > 0)
        good = line(i).heading > 0 && line(i).heading <= std::get<4>(main_);
      else if (partial_.contains(i))
        good = false;
      else if (most == 1)
        good = distinct(i);
      else
        good = distinct(i) && (alike || elsewhere || sharing >= std::max<std::size_t>(4, most / 2));
      if (!good && heads_row(i)) good = row_headings_.insert(i).second;
      if (good) accepted_[i] = Found::known;
    }
  }

  /// Whether a label cell names the section that its row is, in a form whose sections have headings of their own.
  bool heads_row(std::size_t i) const {
    const Line& l = line(i);
    if (!l.label || main_count_ < 2 || std::get<5>(main_) || std::get<4>(main_) > 0 || partial_.contains(i))
      return false;
    static constexpr std::array kinds{SectionKind::summary,      SectionKind::skills,    SectionKind::projects,
                                      SectionKind::certificates, SectionKind::languages, SectionKind::interests,
                                      SectionKind::publications, SectionKind::references};
    const SectionKind kind = *kinds_[i];
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) return false;
    const Vocabulary& words = Vocabulary::get();
    if (kind == SectionKind::languages) {
      std::size_t k = i + 1;
      while (k < flow_.lines.size() && line(k).row == l.row && words.count(Topic::language, line(k).text) == 0) ++k;
      if (k >= flow_.lines.size() || line(k).row != l.row) return false;  // of programming
    }
    return !words.is(Topic::label_keywords, l.text) && !words.is(Topic::label_certificate, l.text) &&
           !words.is(Topic::label_courses, l.text) && !words.is(Topic::label_duties, l.text);
  }

  /// A date in the line, right above it or in the few lines under it, as entries have.
  bool dated(std::size_t i) const {
    if (i > 0 && accepted_[i - 1] == Found::none && is_date(line(i - 1).text)) return true;
    for (std::size_t k = i; k < std::min(i + 4, flow_.lines.size()); ++k) {
      if (k > i && (line(k).bullet || accepted_[k] != Found::none || style_of(line(k)) == main_)) break;
      if (line(k).text.size() < 160 && !text::find_dates(line(k).text).empty()) return true;
    }
    return false;
  }

  /// Whether a line has the headings' style; an acronym tells nothing of their case.
  bool in_main_style(const Line& l) const {
    Style style = style_of(l);
    if (word_count(l.text) == 1 && l.text.size() <= 6) std::get<3>(style) = std::get<3>(main_);
    return style == main_;
  }

  /// Whether a line stands beside a label.
  bool is_value(std::size_t i) const { return !line(i).label && labelled_rows_.contains(line(i).row); }

  /// The least white that known headings have above them, where they are not at the top of something.
  float white_above() const {
    float least = 1e9F;
    for (std::size_t i = 0; i < flow_.lines.size(); ++i)
      if (accepted_[i] == Found::known && in_main_style(line(i)) && !line(i).fresh && line(i).gap > 0)
        least = std::min(least, line(i).gap);
    return least < 1e8F ? least : 0;
  }

  /// Lines in the look of the headings that no list knows.
  void accept_unknown() {
    if (main_count_ < 3) return;
    const auto& [size, font, bold, caps, outline, label] = main_;
    if (flow_.body_size == 0 && !bold && !caps && outline == 0 && !label) return;  // headings look like all else
    std::vector<std::size_t> candidates;
    std::size_t dates = 0, known = 0;
    std::size_t heads = 0, values = 0;
    for (std::size_t i = 0; i < flow_.lines.size(); ++i)
      if (accepted_[i] == Found::known) ++heads, values += is_value(i) ? 1U : 0U;
    const bool values_head = values * 2 > heads;
    const float white = white_above();
    for (std::size_t i = 0; i < flow_.lines.size(); ++i) {
      if (accepted_[i] == Found::known) ++known;
      const Line& l = line(i);
      if (accepted_[i] != Found::none || !in_main_style(l) || l.bullet || word_count(l.text) > 6) continue;
      if (l.page <= 1 && l.look.size >= largest_ && largest_ > flow_.body_size * 1.2F) continue;
      if (known == 0 || !distinct(i) || (is_value(i) && !values_head)) continue;
      if (!l.fresh && !l.label && l.gap > 0 && l.gap < 0.6F * white) continue;
      if (i + 1 < flow_.lines.size() && line(i + 1).soft_break) continue;  // the first line of a paragraph
      candidates.push_back(i);
      if (dated(i)) ++dates;
    }
    if (dates * 3 > candidates.size() || candidates.size() > 3 * known) return;
    for (std::size_t i : candidates)
      if (!dated(i)) accepted_[i] = Found::unknown;
  }

  /// Plain text in a language that no list knows: lines in capitals that stand alone between blank lines, several of
  /// them, are its headings.
  void accept_standing() {
    if (main_count_ >= 3 || flow_.body_size > 0) return;
    std::vector<std::size_t> standing;
    for (std::size_t i = 1; i + 1 < flow_.lines.size(); ++i) {
      const Line& l = line(i);
      const Look& look = l.segments.empty() ? l.look : l.segments.front().look;
      if (look.caps && !l.bullet && l.gap > 0.75F && line(i + 1).gap > 0.75F && word_count(l.text) <= 6 &&
          text::find_dates(l.text).empty())
        standing.push_back(i);
    }
    if (standing.size() < 3) return;
    for (std::size_t i : standing)
      if (accepted_[i] == Found::none) accepted_[i] = kinds_[i] ? Found::known : Found::unknown;
  }

  /// Lines at the foot of a page that tell how to reach the person: apart from the text above, with a mail address.
  /// They belong to no section that happens to end, or go on, there.
  std::set<std::size_t> foot_lines() const {
    std::set<std::size_t> out;
    const auto& lines = flow_.lines;
    for (std::size_t end = lines.size(); end > 0;) {
      std::size_t begin = end - 1;
      while (begin > 0 && lines[begin - 1].page == lines[end - 1].page) --begin;
      for (std::size_t i : foot_of(begin, end)) out.insert(i);
      end = begin;
    }
    return out;
  }

  /// Of the lines [begin, end) of one page.
  std::vector<std::size_t> foot_of(std::size_t begin, std::size_t end) const {
    constexpr std::size_t most = 6;
    const bool pages = line(begin).page > 0;
    double low = 0;
    for (std::size_t i = begin; i < end; ++i) low = std::max(low, line(i).box.y1);
    std::vector<std::size_t> out;
    bool apart = false, mail = false;
    for (std::size_t i = end; i-- > begin + 1 && !apart && out.size() < most;) {
      const Line& l = line(i);
      if (accepted_[i] != Found::none || is_prose(l) || (pages ? l.box.y0 < 0.75 * low : !l.margin)) break;
      out.push_back(i);
      for (const Address& address : find_addresses(l.text)) mail = mail || address.email;
      apart = pages ? l.gap > 3 : !line(i - 1).margin;
    }
    return apart && mail ? out : std::vector<std::size_t>{};
  }

  std::vector<SectionLines> collect() const {
    const std::set<std::size_t> foot = foot_lines();
    std::vector<SectionLines> out;
    std::set<int> headed;
    for (std::size_t i = 0; i < flow_.lines.size(); ++i)
      if (accepted_[i] == Found::known) headed.insert(line(i).column);
    out.push_back({SectionKind::contact, {}, true, {}, 1.0});
    std::optional<int> in_row;  // of the table, that the last heading stands in as a label
    SectionKind before_row = SectionKind::contact;
    for (std::size_t i = 0; i < flow_.lines.size(); ++i) {
      const Line& l = line(i);
      if (foot.contains(i)) continue;
      if (accepted_[i] != Found::none) {
        const bool known = accepted_[i] == Found::known;
        if (row_headings_.contains(i) && !in_row) before_row = out.back().kind;
        in_row = row_headings_.contains(i) ? std::optional(l.row) : std::nullopt;
        out.push_back({known ? *kinds_[i] : SectionKind::other, i, known, {}, known ? 0.97 : 0.7});
        continue;
      }
      if (in_row && l.row != *in_row) {
        in_row.reset();
        out.push_back({before_row, {}, true, {}, 0.8});
      }
      const bool turned = i > 0 && l.column != line(i - 1).column && l.column > 0;
      if (turned && l.page <= 1 && headed.contains(l.column) && out.back().kind != SectionKind::contact)
        out.push_back({SectionKind::contact, {}, true, {}, 0.8});
      else if (turned && l.page <= 1 && !headed.contains(l.column) && holds_name(l.column) &&
               out.back().kind != SectionKind::contact)
        out.push_back({SectionKind::contact, {}, true, {}, 0.8});
      if (const auto kind = inline_kind(i); kind && *kind != out.back().kind) {
        // In a list of skills, "Languages: Python, Go" is one of its groups.
        const bool group = out.back().kind == SectionKind::skills &&
                           Vocabulary::get().count(Topic::language, l.text.substr(l.text.find(':'))) == 0;
        if (!group) out.push_back({*kind, {}, true, {}, 0.8});
      }
      out.back().lines.push_back(i);
    }
    if (!foot.empty()) out.push_back({SectionKind::contact, {}, true, {foot.begin(), foot.end()}, 0.8});
    return out;
  }

  /// "Skills: Python, SQL" in plain text, a paragraph of its own: a section whose heading and content share a line.
  std::optional<SectionKind> inline_kind(std::size_t i) const {
    const Line& l = line(i);
    const std::size_t colon = l.text.find(':');
    if (flow_.body_size > 0 || l.bullet || l.gap <= 0.75F || colon == std::string::npos || colon + 2 >= l.text.size())
      return std::nullopt;
    const std::string_view label = std::string_view(l.text).substr(0, colon);
    const Vocabulary& words = Vocabulary::get();
    if (word_count(label) > 3) return std::nullopt;
    const auto kind = words.heading(label);
    // Many words for skills also name the tools of a job: then each job has them, or another job follows.
    if (kind == SectionKind::skills && words.is(Topic::label_keywords, label) &&
        (i + 1 < flow_.lines.size() && (line(i + 1).gap <= 0.75F || dated(i + 1))))
      return std::nullopt;
    return kind == SectionKind::skills || kind == SectionKind::languages ? kind : std::nullopt;
  }

  bool holds_name(int column) const {
    return std::any_of(flow_.lines.begin(), flow_.lines.end(), [&](const Line& l) {
      return l.column == column && l.page <= 1 && l.look.size >= largest_ && largest_ > flow_.body_size * 1.2F;
    });
  }

  const Flow& flow_;
  std::vector<std::optional<SectionKind>> kinds_;
  std::vector<Found> accepted_;
  std::set<std::size_t> titles_, partial_, row_headings_;
  std::set<int> labelled_rows_;
  Style main_{};
  std::size_t main_count_ = 0;
  float largest_ = 0;
};

}  // namespace

std::vector<SectionLines> find_sections(const Flow& flow) { return Finder(flow).run(); }

}  // namespace resumax::parse
