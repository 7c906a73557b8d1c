#include <resumax/parse/contact.hpp>

#include <resumax/parse/contact_lines.hpp>
#include <resumax/parse/contact_links.hpp>
#include <resumax/parse/profiles.hpp>
#include <resumax/parse/split.hpp>
#include <resumax/parse/vocabulary.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace resumax::parse {
namespace {

class Reader {
 public:
  Reader(Source& source, const std::vector<SectionLines>& sections, const document::Document& document)
      : source_(source), document_(document) {
    for (const SectionLines& section : sections) {
      for (std::size_t i : section.lines) (section.kind == SectionKind::contact ? lines_ : others_).push_back(i);
    }
    for (const SectionLines& section : sections)
      if (section.kind == SectionKind::contact && !section.heading)
        header_.insert(header_.end(), section.lines.begin(), section.lines.end());
    // A side bar that opens with contact lines under another heading ("About") counts too.
    for (const SectionLines& section : sections)
      if (section.kind == SectionKind::summary && looks_like_contact(section))
        lines_.insert(lines_.end(), section.lines.begin(), section.lines.end());
  }

  Basics run() {
    read_labels();
    if (basics_.name.empty()) read_name();
    read_addresses();
    read_named_profiles(source_, lines_, basics_.profiles);
    read_phone(lines_);
    read_links(source_, document_, lines_, others_, basics_);
    read_location();
    if (basics_.label.empty()) read_label();
    read_summary();
    if (basics_.email.empty()) read_stray_email();
    if (basics_.phone.empty()) read_phone(others_, true);
    if (basics_.location.text.empty()) read_loose_location();
    return std::move(basics_);
  }

 private:
  bool looks_like_contact(const SectionLines& section) const {
    std::size_t paragraphs = 0, contact = 0;
    for (std::size_t i : section.lines) {
      if (prose(i)) ++paragraphs;
      if (!find_addresses(source_.line(i).text).empty() || !find_phone(source_, i).empty()) ++contact;
    }
    return contact >= 1 && paragraphs == 0;
  }

  /// "Label: value" and label cells.
  void read_labels() {
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      const std::size_t i = lines_[n];
      const Line& line = source_.line(i);
      if (line.label && n + 1 < lines_.size() && source_.line(lines_[n + 1]).row == line.row) {
        if (label_value(source_.whole(i), source_.whole(lines_[n + 1]))) source_.claim_line(i);
        continue;
      }
      for (const Piece& part : split(source_, source_.whole(i), {"\t", " | ", " • ", " · "})) {
        Labelled labelled;
        if (split_label(source_, part, 4, labelled) && label_value(labelled.label, labelled.value))
          source_.claim(labelled.label);
      }
    }
  }

  bool label_value(const Piece& label, const Piece& value) {
    const Vocabulary& words = Vocabulary::get();
    const std::string_view key = source_.view(label);
    if (source_.clean(value).empty()) return false;
    if (words.is(Topic::label_name, key) && basics_.name.empty())
      basics_.name = source_.take(value, 0.97);
    else if (words.is(Topic::label_title, key) && basics_.label.empty())
      basics_.label = source_.take(value, 0.95);
    else if (words.is(Topic::label_location, key) && basics_.location.text.empty() &&
             find_addresses(source_.view(value)).empty())
      basics_.location = parse::read_location(source_.take(value, 0.95));
    else if (words.is(Topic::label_email, key) || words.is(Topic::label_phone, key) || words.is(Topic::label_url, key))
      return true;
    else if (words.is(Topic::label_personal, key))
      personal_.insert(value.line);
    return words.is(Topic::label_name, key) || words.is(Topic::label_title, key) ||
           words.is(Topic::label_location, key);
  }

  /// A paragraph, not a row of contact data.
  bool prose(std::size_t i) const {
    const Line& line = source_.line(i);
    if (!is_prose(line)) return false;
    const bool headline = line.look.size > source_.flow().body_size * 1.25F && source_.flow().body_size > 0;
    if (headline && !ends_sentence(line.text)) return false;
    const bool row = line.text.find(" | ") != std::string::npos || line.text.find(" · ") != std::string::npos ||
                     line.text.find(" • ") != std::string::npos || line.text.find('\t') != std::string::npos;
    return !(row && !free_of_contact(i));
  }

  bool free_of_contact(std::size_t i) const {
    return find_addresses(source_.line(i).text).empty() && find_phone(source_, i).empty();
  }

  /// The largest text of the first page, over as many lines as it takes.
  void read_name() {
    std::vector<std::size_t> candidates = header_;
    if (candidates.empty()) candidates = lines_;
    float largest = -1;  // the first line that may be one where print tells nothing
    std::size_t best = candidates.size(), first = candidates.size();
    bool title = false;
    for (std::size_t n = 0; n < std::min<std::size_t>(candidates.size(), 40); ++n) {
      const Line& line = source_.line(candidates[n]);
      const Look& look = line.segments.empty() ? line.look : line.segments.front().look;
      title = false;
      Vocabulary::get().heading(line.text, &title);
      if (title || word_count(line.text) > 14 || line.page > 1) continue;
      const float size = look.size + (line.heading == 1 ? 20.0F : 0.0F) + (look.bold ? 0.5F : 0.0F);
      if (size > largest * 1.02F + 0.01F && !find_name(source_, candidates[n]).empty()) {
        largest = size;
        best = n;
        first = std::min(first, n);
      }
    }
    if (best == candidates.size()) return;
    // A title may be set larger than the name above it.
    const auto titles = [&](std::size_t n) {
      return Vocabulary::get().count(Topic::position, source_.line(candidates[n]).text);
    };
    if (first == 0 && best > 0 && titles(best) > 0 && titles(0) == 0) best = 0;
    name_line_ = candidates[best];
    const Piece name = find_name(source_, name_line_);
    const bool large = largest > source_.flow().body_size * 1.15F || source_.flow().body_size == 0;
    basics_.name = source_.take(name, large ? 0.95 : 0.8);
    const Piece rest{name_line_, name.end, static_cast<std::uint32_t>(source_.line(name_line_).text.size())};
    for (std::size_t next = best + 1; next < candidates.size() && join_name_line(candidates[next]); ++next) {
    }
    const Text label = source_.peek(rest, 0.85);
    if (!label.empty() && find_addresses(label.value).empty() && word_count(label.value) <= 10 &&
        !text::find_dates(label.value).size() && find_phone(source_, rest.line).empty())
      basics_.label = source_.take(rest, 0.85);
  }

  /// Takes a line that goes on with a name set in large letters; whether it did.
  bool join_name_line(std::size_t next) {
    const Line& a = source_.line(name_line_);
    const Line& b = source_.line(next);
    const float x = a.look.size, y = b.look.size;
    if (b.page != a.page || x == 0 || std::abs(x - y) > 0.08F * std::max(x, y) || x < source_.flow().body_size * 1.4F)
      return false;
    const std::size_t words = word_count(b.text), lines = next - name_line_;
    if (lines > 1 || words > 3 || word_count(basics_.name.value) + words > 5 || !free_of_contact(next)) return false;
    if (Vocabulary::get().count(Topic::position, b.text) > 0) return false;
    const Text more = source_.take(source_.whole(next), 0.9);
    if (more.empty()) return false;
    basics_.name.value += " " + more.value;
    basics_.name.span.end = more.span.end;
    basics_.name.span.box.y1 = more.span.box.y1;
    basics_.name.span.box.x1 = std::max(more.span.box.x1, basics_.name.span.box.x1);
    name_line_ = next;
    return true;
  }

  void read_addresses() {
    for (std::size_t i : lines_)
      for (const Address& address : find_addresses(source_.line(i).text)) {
        const Piece piece{i, address.begin, address.end};
        if (address.email)
          add_email(piece);
        else
          add_url(piece);
      }
  }

  void add_email(const Piece& piece) {
    if (basics_.email.empty()) basics_.email = source_.take(piece, 0.98);
  }

  void add_url(const Piece& piece) {
    const Text url = source_.peek(piece, 0.9);
    if (const std::string_view network = network_of(url.value); !network.empty()) {
      add_profile(basics_.profiles, network, take_apart(url.value).user, source_.take(piece, 0.95));
    } else if (basics_.url.empty()) {
      basics_.url = source_.take(piece, 0.9);
    }
  }

  void read_phone(const std::vector<std::size_t>& lines, bool strict = false) {
    for (std::size_t i : lines) {
      if (personal_.contains(i)) continue;
      const Piece piece = find_phone(source_, i);
      if (piece.empty()) continue;
      const std::string_view text = source_.view(piece);
      if (strict && (!text.starts_with('+') || word_count(source_.line(i).text) > 8)) continue;
      if (within_address(i, piece)) continue;
      Text phone = source_.peek(piece, 0.95);
      phone.value = dialled(text::squeeze(text));
      phone.span = {source_.line(i).begin + piece.begin, source_.line(i).begin + piece.end, source_.line(i).page,
                    phone.span.box};
      source_.claim(piece);
      basics_.phone = std::move(phone);
      return;
    }
  }

  bool within_address(std::size_t i, const Piece& piece) const {
    const auto addresses = find_addresses(source_.line(i).text);
    return std::any_of(addresses.begin(), addresses.end(),
                       [&](const Address& a) { return piece.begin < a.end && piece.end > a.begin; });
  }

  void read_location() {
    if (!basics_.location.text.empty()) return;
    for (std::size_t i : lines_) {
      if (personal_.contains(i) || prose(i)) continue;
      for (const Piece& rest : source_.rest(i))
        for (const Piece& part : split(source_, rest, contact_separators()))
          if (is_address(source_.view(part))) {
            basics_.location = parse::read_location(source_.take(part, 0.9));
            join_street(i);
            return;
          }
    }
  }

  /// A street on the line above its city.
  void join_street(std::size_t i) {
    const auto at = std::find(lines_.begin(), lines_.end(), i);
    if (at == lines_.begin() || at == lines_.end() || !basics_.location.address.empty()) return;
    const std::size_t above = *(at - 1);
    const std::string_view text = source_.line(above).text;
    if (source_.claimed(above) || above + 1 != i || word_count(text) > 7 || personal_.contains(above)) return;
    const bool numbered = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (numbered && find_addresses(text).empty() && find_phone(source_, above).empty() &&
        text::find_dates(text).empty())
      basics_.location.address = source_.take(source_.whole(above), 0.7).value;
  }

  /// "Email" in a cell of its own.
  static bool is_label(std::string_view text) {
    const Vocabulary& words = Vocabulary::get();
    return words.is(Topic::label_email, text) || words.is(Topic::label_phone, text) ||
           words.is(Topic::label_url, text) || words.is(Topic::label_location, text) || !words.network(text).empty();
  }

  /// A line of the contact block with a postal code, or one that nothing else explains beside mail and phone.
  void read_loose_location() {
    for (const bool coded : {true, false})
      for (std::size_t i : lines_) {
        if (personal_.contains(i) || prose(i) || i == name_line_) continue;
        for (const Piece& rest : source_.rest(i))
          for (const Piece& part : split(source_, rest, contact_separators())) {
            const std::string_view text = source_.view(part);
            if (word_count(text) > 8 || Vocabulary::get().count(Topic::position, text) > 0 ||
                !text::find_dates(text).empty() || !find_addresses(text).empty() || is_label(text))
              continue;
            int digits = 0;
            for (char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
            const bool beside =
                !find_addresses(source_.line(i).text).empty() || text.find(',') != std::string_view::npos;
            if (coded ? (digits >= 4 && digits <= 7 && word_count(text) >= 2)
                      : (digits == 0 && beside && word_count(text) <= 4)) {
              basics_.location = parse::read_location(source_.take(part, coded ? 0.7 : 0.5));
              return;
            }
          }
      }
  }

  void read_label() {
    if (basics_.name.empty()) return;
    bool after = false;
    int seen = 0;
    for (std::size_t i : header_) {
      if (i == name_line_) {
        after = true;
        continue;
      }
      if (!after || seen >= 3) continue;
      const auto rest = source_.rest(i);
      if (rest.empty()) continue;
      ++seen;
      const Line& line = source_.line(i);
      if (prose(i) || personal_.contains(i)) return;
      const std::string_view text = source_.view(rest.front());
      if (word_count(text) > 14 || !text::find_dates(text).empty()) continue;
      const bool position = Vocabulary::get().count(Topic::position, text) > 0;
      if (!position && (is_address(text) || holds_house_number(text))) continue;
      if (!position && rest.front().end - rest.front().begin < line.text.size() * 2 / 3) continue;
      basics_.label = source_.take({i, rest.front().begin, rest.back().end}, position ? 0.93 : 0.75);
      return;
    }
  }

  void read_summary() {
    for (std::size_t i : lines_) {
      const Line& line = source_.line(i);
      if (source_.claimed(i) || !prose(i) || lettered_words(line.text) < 8) continue;
      if (!basics_.summary.empty() && i != last_summary_ + 1) return;
      const Text text = source_.take(source_.whole(i), 0.85);
      if (basics_.summary.empty()) {
        basics_.summary = text;
      } else {
        basics_.summary.value += " " + text.value;
        basics_.summary.span.end = text.span.end;
      }
      last_summary_ = i;
    }
    if (basics_.summary.empty() && !basics_.label.empty()) read_short_summary();
  }

  /// One line about the person below a label that stands by itself.
  void read_short_summary() {
    bool after = false;
    for (std::size_t i : header_) {
      const Line& line = source_.line(i);
      after = after || i == name_line_;
      if (!after || i == name_line_ || source_.claimed(i) || line.bullet || personal_.contains(i)) continue;
      const auto rest = source_.rest(i);
      const bool whole = rest.size() == 1 && rest.front().end - rest.front().begin + 3 > line.text.size();
      if (!whole || lettered_words(line.text) < 8 || !free_of_contact(i) || !text::find_dates(line.text).empty())
        continue;
      if (split(source_, source_.whole(i), contact_separators()).size() > 1 || is_address(line.text)) continue;
      basics_.summary = source_.take(source_.whole(i), 0.7);
      return;
    }
  }

  void read_stray_email() {
    for (std::size_t i : others_)
      for (const Address& address : find_addresses(source_.line(i).text))
        if (address.email && basics_.email.empty()) basics_.email = source_.take({i, address.begin, address.end}, 0.6);
  }

  Source& source_;
  const document::Document& document_;
  std::vector<std::size_t> lines_, header_, others_;
  std::set<std::size_t> personal_;
  std::size_t name_line_ = static_cast<std::size_t>(-1), last_summary_ = 0;
  Basics basics_;
};

}  // namespace

Basics read_contact(Source& source, const std::vector<SectionLines>& sections, const document::Document& document) {
  return Reader(source, sections, document).run();
}

}  // namespace resumax::parse
