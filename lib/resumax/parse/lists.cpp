#include <resumax/parse/lists.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/split.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

bool is_level(std::string_view text) {
  const std::vector<std::string> keys = key_words(text);
  if (keys.empty()) return false;
  return Vocabulary::get().count(Topic::level, text) * 2 >= static_cast<int>(keys.size()) ||
         Vocabulary::get().leading_words(Topic::level, keys, 0) > 0;
}

/// Byte where the word after the first `words` words starts, or the end.
std::size_t after_words(std::string_view text, std::size_t words) {
  std::size_t at = 0;
  for (; words > 0 && at < text.size(); --words) {
    while (at < text.size() && text[at] == ' ') ++at;
    while (at < text.size() && text[at] != ' ' && text[at] != '(' && text[at] != ':') ++at;
  }
  return at;
}

class Languages {
 public:
  explicit Languages(Source& source) : source_(source) {}

  void line(std::size_t i) {
    const Line& l = source_.line(i);
    if (is_prose(l) && Vocabulary::get().count(Topic::language, l.text) == 0) return;
    const std::size_t before = out_.size();
    std::size_t levels = 0;
    Piece whole = source_.whole(i);
    Labelled labelled;
    if (split_label(source_, whole, 3, labelled) &&
        Vocabulary::get().heading(source_.view(labelled.label)) == SectionKind::languages) {
      source_.claim(labelled.label);
      whole = labelled.value;
    }
    for (const Piece& part :
         split(source_, whole, {"\t", ",", "،", ";", "؛", " · ", "·", "•", "|", " / ", "、", "，"})) {
      const std::string_view text = source_.view(part);
      if (Vocabulary::get().count(Topic::language, text) == 0 && is_level(text)) {
        level(part, levels++, out_.size() > before);
      } else {
        language(part);
      }
    }
    if (out_.size() > before) first_ = before;
  }

  std::vector<Language> take() { return std::move(out_); }

 private:
  std::size_t leading(const Piece& part) const {
    return Vocabulary::get().leading_words(Topic::language, key_words(source_.view(part)), 0);
  }

  /// A level that stands apart: of the language before it, or, in a row of its own, of the one above it.
  void level(const Piece& part, std::size_t nth, bool same_line) {
    const std::size_t target = same_line || out_.empty() ? out_.size() - 1 : first_ + nth;
    if (out_.empty() || target >= out_.size()) return;
    Text& fluency = out_[target].fluency;
    if (fluency.empty()) fluency = source_.take(part, 0.9);
  }

  void language(const Piece& part) {
    const std::string_view text = source_.view(part);
    std::size_t cut = std::string_view::npos, skip = 0;
    for (std::string_view sign : {":", " – ", " — ", " - ", "(", "："}) {
      const std::size_t at = text.find(sign);
      if (at != std::string_view::npos && at > 0 && at < cut) cut = at, skip = sign == "(" ? 0 : sign.size();
    }
    if (cut == std::string_view::npos) {
      const std::size_t words = leading(part);
      if (words > 0 && words < word_count(text)) cut = after_words(text, words);
    }
    Language out;
    if (cut != std::string_view::npos && cut < text.size()) {
      const auto middle = part.begin + static_cast<std::uint32_t>(cut);
      const Piece left{part.line, part.begin, middle},
          right{part.line, middle + static_cast<std::uint32_t>(skip), part.end};
      const bool known = leading(source_.clean(left)) > 0;
      if (!known && leading(source_.clean(right)) > 0 && is_level(source_.view(source_.clean(left)))) {
        out.language = source_.take(right, 0.85);
        out.fluency = source_.take(left, 0.85);
      } else if (known || is_level(source_.view(source_.clean(right)))) {
        out.language = source_.take(left, known ? 0.95 : 0.7);
        out.fluency = source_.take(right, 0.9);
      }
    } else if (leading(part) > 0) {
      out.language = source_.take(part, 0.95);
    }
    if (!out.language.empty()) out_.push_back(std::move(out));
  }

  Source& source_;
  std::vector<Language> out_;
  std::size_t first_ = 0;
};

}  // namespace

std::vector<Language> read_languages(Source& source, const std::vector<std::size_t>& lines) {
  Languages languages(source);
  for (std::size_t i : lines) languages.line(i);
  return languages.take();
}

std::vector<Reference> read_references(Source& source, const std::vector<std::size_t>& lines) {
  std::vector<Reference> out;
  for (std::size_t i : lines) {
    const Line& line = source.line(i);
    if (is_prose(line)) {
      if (out.empty() || !out.back().text.empty()) out.emplace_back();
      out.back().text = source.take(source.whole(i), 0.8);
    } else if (word_count(line.text) <= 8 && find_addresses(line.text).empty()) {
      out.emplace_back();
      out.back().name = source.take(source.whole(i), 0.7);
    }
  }
  return out;
}

}  // namespace resumax::parse
