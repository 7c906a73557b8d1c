#include <resumax/parse/entries.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/heads.hpp>
#include <resumax/parse/split.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>

namespace resumax::parse {
namespace {

struct Fact {
  bool anchor = false;  ///< names the dates of an entry
  bool head_like = false;
  bool labelled = false;
  Look look;
};

Look first_look(const Line& line) { return line.segments.empty() ? line.look : line.segments.front().look; }

class Parter {
 public:
  Parter(const Source& source, const std::vector<std::size_t>& lines) : source_(source), lines_(lines) {
    const bool listed = std::all_of(lines.begin(), lines.end(), [&](std::size_t i) { return source.line(i).bullet; });
    for (std::size_t i : lines) facts_.push_back(fact_of(source.line(i), listed));
    for (std::size_t k = 1; k < lines.size(); ++k)
      if (beside_date(k)) facts_[k].head_like = true;
  }

  std::vector<Entry> run() {
    if (lines_.empty()) return {};
    find_starts();
    std::vector<Entry> out;
    for (std::size_t s = 0; s < starts_.size(); ++s) {
      const std::size_t end = s + 1 < starts_.size() ? starts_[s + 1] : lines_.size();
      out.push_back(entry(starts_[s], end));
      if (s > 0 && distinctive_ && !same_look(facts_[starts_[s]].look, look0_) &&
          same_look(facts_[starts_[0]].look, look0_))
        out.back().continues = true;
    }
    return out;
  }

 private:
  const Line& line(std::size_t k) const { return source_.line(lines_[k]); }

  static Fact fact_of(const Line& line, bool listed) {
    Fact fact;
    fact.look = first_look(line);
    const bool bullet = line.bullet && !listed;
    fact.anchor = !bullet && !head_dates(line).empty();
    fact.head_like = fact.anchor || (!bullet && (line.heading > 0 || (!is_prose(line) && word_count(line.text) <= 14)));
    const std::size_t colon = line.text.find(':');
    if (colon != std::string::npos && line.text.substr(colon, 3) != "://" && !fact.anchor) {
      const std::string_view label = std::string_view(line.text).substr(0, colon);
      const Vocabulary& words = Vocabulary::get();
      for (Topic topic : {Topic::label_keywords, Topic::label_duties, Topic::label_courses, Topic::label_score})
        fact.labelled = fact.labelled || words.is(topic, label);
    } else if (Vocabulary::get().is(Topic::label_duties, line.text) ||
               Vocabulary::get().is(Topic::label_courses, line.text)) {
      fact.labelled = true;
    }
    if (fact.labelled) fact.head_like = false;
    return fact;
  }

  /// What stands beside the date of a label column heads an entry, even where it ends as a sentence does.
  bool beside_date(std::size_t k) const {
    const Line &date = line(k - 1), &l = line(k);
    return date.label && facts_[k - 1].anchor && !l.label && l.row == date.row && !l.bullet && !facts_[k].labelled &&
           !l.joined && word_count(l.text) <= 14;
  }

  void find_starts() {
    std::vector<std::size_t> anchors;
    for (std::size_t k = 0; k < lines_.size(); ++k)
      if (facts_[k].anchor) anchors.push_back(k);
    merge_split_dates(anchors);
    std::size_t first = 0;
    while (first + 1 < lines_.size() && !facts_[first].head_like && (anchors.empty() || first < anchors.front()))
      ++first;
    if (!facts_[first].head_like) first = 0;
    look0_ = facts_[first].look;
    demote_indented(first);
    if (!anchors.empty()) {
      const std::size_t start = anchors.front() - first <= 4 ? first : back_from(anchors.front(), first);
      look0_ = facts_[start].look;
      offset_ = anchors.front() - start;
      starts_.push_back(start);
    } else {
      starts_.push_back(first);
    }
    judge_look(anchors);
    for (std::size_t a = 1; a < anchors.size(); ++a) {
      const std::size_t start = best_start(anchors[a], anchors[a - 1] + 1);
      if (start > starts_.back()) starts_.push_back(start);
    }
    add_undated(anchors);
    if (starts_.front() > 0) starts_.insert(starts_.begin(), 0);
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  }

  /// Lines set in from the heads are items, whether or not a sign marks them.
  void demote_indented(std::size_t first) {
    while (first + 1 < lines_.size() && line(first).label) ++first;
    const Line& head = line(first);
    if (head.page == 0 || head.bullet) return;
    for (std::size_t k = first; k < lines_.size(); ++k)
      if (!facts_[k].anchor && line(k).indent > head.indent + 7 && line(k).indent < head.indent + 80 &&
          line(k).gap < 3 && !line(k).label)
        facts_[k].head_like = false;
  }

  /// Two dated lines next to each other ("2019 –" / "2021") belong to one head.
  void merge_split_dates(std::vector<std::size_t>& anchors) const {
    std::vector<std::size_t> kept;
    for (std::size_t a : anchors) {
      const bool after =
          !kept.empty() && kept.back() + 1 == a && line(a).gap < 0.9F && line(a).row == line(kept.back()).row;
      if (after && bare_date(a) && bare_date(kept.back())) continue;
      if (after && !bare_date(a) && bare_date(kept.back()) && line(a).soft_break) continue;
      kept.push_back(a);
    }
    anchors = std::move(kept);
  }
  bool bare_date(std::size_t k) const {
    const auto dates = head_dates(line(k));
    return !dates.empty() && (dates.front().end - dates.front().begin) * 10 > line(k).text.size() * 7;
  }

  std::size_t back_from(std::size_t anchor, std::size_t low) const {
    std::size_t s = anchor;
    while (s > low && facts_[s - 1].head_like && anchor - s < 4) --s;
    return s;
  }

  /// Whether the look of the first start tells starts from other lines.
  void judge_look(const std::vector<std::size_t>& anchors) {
    std::size_t alike = 0;
    for (std::size_t k = 0; k < lines_.size(); ++k)
      if (same_look(facts_[k].look, look0_)) ++alike;
    const float body = source_.flow().body_size;
    const bool stands_out = look0_.bold || look0_.caps || (body > 0 && look0_.size > body * 1.05F);
    std::size_t plain = 0;
    for (std::size_t k = 0; k < lines_.size(); ++k)
      if (!facts_[k].head_like && same_look(facts_[k].look, look0_)) ++plain;
    std::size_t k = starts_.front(), named = 0;
    for (; k < lines_.size() && facts_[k].head_like; ++k)
      if (same_look(facts_[k].look, look0_)) ++named;
    repeats_ = named > 1;
    distinctive_ = plain * 5 <= alike && (stands_out || alike <= 2 * std::max<std::size_t>(1, anchors.size()));
  }

  std::size_t best_start(std::size_t anchor, std::size_t low) const {
    std::size_t best = anchor;
    double best_score = -100;
    double inner_gap = 0;
    for (std::size_t s = anchor;; --s) {
      double score = 0;
      if (same_look(facts_[s].look, look0_)) score += distinctive_ ? 4 : 1.5;
      if (anchor - s == offset_) score += 2;
      if (line(s).gap > inner_gap + 0.25) score += 1.5;
      if (s > 0 && !facts_[s - 1].head_like) score += 1.5;
      if (line(s).row >= 0 && s > 0 && line(s).row != line(s - 1).row) score += 2.5;
      if (line(s).soft_break) score -= 6;
      if (score > best_score + 0.01) {
        best_score = score;
        best = s;
      }
      inner_gap = std::max(inner_gap, static_cast<double>(line(s).gap));
      if (s == low || anchor - s >= 5 || s == 0 || !facts_[s - 1].head_like ||
          (line(s).row != line(s - 1).row && line(s).row >= 0))
        break;
    }
    return best;
  }

  bool covered(std::size_t k, const std::vector<std::size_t>& anchors) const {
    const auto next = std::lower_bound(anchors.begin(), anchors.end(), k);
    if (next == anchors.end()) return false;
    const auto start = std::upper_bound(starts_.begin(), starts_.end(), *next);
    return start != starts_.begin() && k >= *(start - 1) && k <= *next;
  }

  /// Heads without dates: the look that starts entries, after lines that are no head.
  void add_undated(const std::vector<std::size_t>& anchors) {
    const bool by_gap = anchors.empty() && !distinctive_;
    std::vector<std::size_t> more;
    for (std::size_t k = starts_.front() + 1; k < lines_.size(); ++k) {
      if (!facts_[k].head_like || covered(k, anchors) || line(k).soft_break) continue;
      const bool after_body = !facts_[k - 1].head_like;
      const bool spaced = line(k).gap > 0.9F && line(k).gap > line(k - 1).gap * 1.3F;
      const bool row = line(k).row >= 0 && line(k).row != line(k - 1).row;
      if (by_gap) {
        if ((after_body && (spaced || line(k).gap == 0)) || row) more.push_back(k);
        continue;
      }
      if (distinctive_ && same_look(facts_[k].look, look0_) &&
          (after_body || (!repeats_ && (spaced || row || anchors.empty()))))
        more.push_back(k);
    }
    starts_.insert(starts_.end(), more.begin(), more.end());
    std::sort(starts_.begin(), starts_.end());
  }

  /// Words of the longest part of a line that is parted by bars or gaps.
  static std::size_t longest_part(const Line& line) {
    std::size_t most = 0;
    for (std::size_t begin = 0; begin <= line.text.size();) {
      const std::size_t end = std::min(line.text.find_first_of("|\t", begin), line.text.size());
      most = std::max(most, word_count(std::string_view(line.text).substr(begin, end - begin)));
      begin = end + 1;
    }
    return most;
  }

  Entry entry(std::size_t begin, std::size_t end) const {
    Entry out;
    std::size_t k = begin, last_anchor = begin;
    for (std::size_t a = begin; a < end && a < begin + 6 && facts_[a].head_like; ++a)
      if (facts_[a].anchor) last_anchor = a;
    std::size_t names = 0;
    for (; k < end && facts_[k].head_like; ++k) {
      if (k > last_anchor) {
        const bool stands_out = !same_look(facts_[k].look, body_look()) || line(k).soft_break;
        const bool wanted = names < 2 && (line(k).heading > 0 || longest_part(line(k)) <= 9);
        const bool place = looks_like_place(line(k).text) || !find_addresses(line(k).text).empty();
        if (!place && !wanted && !(stands_out && k - last_anchor <= 2 && word_count(line(k).text) <= 9)) break;
        if (k - last_anchor > 4) break;
      }
      if (!bare_date(k) && !looks_like_place(line(k).text) && find_addresses(line(k).text).empty()) ++names;
      out.head.push_back(lines_[k]);
    }
    for (; k < end; ++k) out.body.push_back(lines_[k]);
    return out;
  }

  Look body_look() const {
    std::map<std::pair<int, int>, std::size_t> bytes;
    Look best;
    std::size_t most = 0;
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      if (facts_[k].head_like) continue;
      const Look& look = line(k).look;
      auto& sum = bytes[{look.font, static_cast<int>(look.size * 4)}];
      sum += line(k).text.size();
      if (sum > most) most = sum, best = look;
    }
    return best;
  }

  const Source& source_;
  const std::vector<std::size_t>& lines_;
  std::vector<Fact> facts_;
  std::vector<std::size_t> starts_;
  Look look0_;
  std::size_t offset_ = 0;
  bool distinctive_ = false;  ///< the look of the first start tells starts from other lines
  bool repeats_ = false;      ///< several lines of one head have that look
};

}  // namespace

namespace {

bool has_content(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const char32_t c = text::next_code_point(part, at);
    if (text::is_letter(c) || text::is_digit(c)) return true;
  }
  return false;
}

/// Whether a text ends (or starts) at a sign that parts the items of a head.
bool at_border(std::string_view part, bool before) {
  while (!part.empty() && (before ? part.back() : part.front()) == ' ')
    before ? part.remove_suffix(1) : part.remove_prefix(1);
  if (part.empty()) return true;
  for (std::string_view sign : {"\t", "|", "·", "•", "(", ")", "–", "—", ",", "،", "-", ":", "/"})
    if (before ? part.ends_with(sign) : part.starts_with(sign)) return true;
  return false;
}

/// A month at the end of a name ("Villa del Mar \t 2016"): only what stands after the gap is a date.
text::DateMatch after_gap(std::string_view text, const text::DateMatch& match) {
  const std::size_t tab = text.substr(0, match.end).find('\t', match.begin);
  if (tab == std::string_view::npos || is_date(text.substr(match.begin, tab - match.begin))) return match;
  const auto shift = static_cast<std::uint32_t>(tab + 1);
  std::vector<text::DateMatch> found = text::find_dates(text.substr(shift, match.end - shift));
  if (found.empty() || found.front().begin > 1) return match;
  found.front().begin += shift;
  found.front().end += shift;
  return found.front();
}

/// "… | Jan 2012 – Jan 2016": however long, a line whose last item is a date heads something.
bool ends_dated(std::string_view text) {
  const std::size_t sign = text.find_last_of("|\t");
  return sign != std::string_view::npos && is_date(text::trim(text.substr(sign + 1)));
}

bool may_head(const Line& line) {
  return line.text.size() <= 220 && (!is_prose(line) || (!line.bullet && ends_dated(line.text)));
}

}  // namespace

std::vector<text::DateMatch> head_dates(const Line& line) {
  if (!may_head(line)) return {};
  std::vector<text::DateMatch> out;
  const std::string_view text = line.text;
  for (text::DateMatch match : text::find_dates(text)) {
    if (match.range.start.empty() && match.range.end.empty()) continue;
    if (has_content(text.substr(0, match.begin)) && !at_border(text.substr(0, match.begin), true))
      match = after_gap(text, match);
    const std::string_view before = text.substr(0, match.begin), after = text.substr(match.end);
    if (!has_content(before) || !has_content(after) || (at_border(before, true) && at_border(after, false)))
      out.push_back(match);
  }
  return out;
}

std::vector<text::TextRange> head_durations(const Line& line) {
  if (!may_head(line)) return {};
  std::vector<text::TextRange> out = text::find_durations(line.text);
  const std::string_view text = line.text;
  const std::vector<text::DateMatch> dates = head_dates(line);
  std::erase_if(out, [&](const text::TextRange& range) {
    if (std::any_of(dates.begin(), dates.end(), [&](const text::DateMatch& d) {
          return d.end <= range.begin && !has_content(text.substr(d.end, range.begin - d.end));
        }))
      return false;
    return !at_border(text.substr(0, range.begin), true) || !at_border(text.substr(range.end), false);
  });
  return out;
}

DateRange take_dates(Source& source, std::size_t line, const text::DateMatch& match) {
  const Piece piece{line, match.begin, match.end};
  DateRange range = match.range;
  if (!range.start.empty() && !range.end.present && !range.end.empty() && range.end.date < range.start.date &&
      source.line(line).right_to_left)
    std::swap(range.start, range.end);
  Text words = source.peek(piece, 0.95);
  if (!range.start.empty()) range.start.source = words;
  if (!range.end.empty()) range.end.source = words;
  source.claim(piece);
  return range;
}

std::vector<Entry> read_entries(Source& source, const std::vector<std::size_t>& lines) {
  std::vector<Entry> entries = read_records(source, lines);
  if (!entries.empty()) return entries;
  entries = Parter(source, lines).run();
  for (Entry& entry : entries) read_head(source, entry);
  return entries;
}

}  // namespace resumax::parse
