#include <resumax/parse/body.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/split.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::parse {
namespace {

bool marked_item(const Source& source, const Entry& entry, std::size_t i) {
  const Line& line = source.line(i);
  if (line.bullet || line.level >= 0) return true;
  if (entry.head.empty() || line.page == 0) return false;
  const auto beside =
      std::find_if(entry.head.begin(), entry.head.end(), [&](std::size_t h) { return !source.line(h).label; });
  const Line& head = source.line(beside == entry.head.end() ? entry.head.front() : *beside);
  if (head.column != line.column || head.right_to_left != line.right_to_left) return false;
  const double edge = head.right_to_left ? head.box.x1 - line.box.x1 : line.box.x0 - head.box.x0;
  return edge > 5 && edge < 90;
}

/// A marked item that starts like one is nearly always whole; one known by its indent may be the rest of another, and
/// mixed directions may have come apart.
double item_confidence(const Line& line) {
  if (!line.bullet && line.level < 0) return 0.85;
  std::size_t at = 0;
  const char32_t first = text::next_code_point(line.text, at);
  if (first >= U'a' && first <= U'z') return 0.85;
  const bool latin = std::any_of(line.text.begin(), line.text.end(), [](char c) { return c >= 'A' && c <= 'z'; });
  if (line.right_to_left && latin && line.joined) return 0.85;
  return word_count(line.text) < 3 ? 0.8 : 0.95;
}

bool is_capital(std::string_view text) {
  std::size_t at = 0;
  return text::is_upper(text::next_code_point(text, at));
}

/// Where most items of an entry are sentences, one that ends like one, after another that does, is whole; the others
/// may be parts.
void judge_items(std::vector<Text>& items) {
  std::size_t sentences = 0;
  for (const Text& item : items) sentences += ends_sentence(item.value) ? 1U : 0U;
  if (sentences < 2 || sentences * 4 < items.size() * 3) return;
  bool before = true;
  for (Text& item : items) {
    const bool ends = ends_sentence(item.value);
    const char first = item.value.front();
    const bool starts = is_capital(item.value) || !(first >= 'a' && first <= 'z');
    if (before && ends && starts && word_count(item.value) > 3)
      item.confidence = std::max(item.confidence, 0.92);
    else
      item.confidence = std::min(item.confidence, 0.82);
    before = ends;
  }
}

/// Whether the list items of an entry are more than lists of terms: "Stack: …" is one of them then.
bool listed_duties(const Source& source, const Entry& entry) {
  return std::any_of(entry.body.begin(), entry.body.end(), [&](std::size_t i) {
    Labelled labelled;
    return marked_item(source, entry, i) && !split_label(source, source.whole(i), 3, labelled);
  });
}

enum class Mode { plain, courses, skip };

}  // namespace

bool marks_items(const Source& source, const std::vector<Entry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return std::any_of(entry.body.begin(), entry.body.end(),
                       [&](std::size_t i) { return marked_item(source, entry, i); });
  });
}

void append_text(Text& text, const Text& more) {
  if (more.empty()) return;
  if (text.empty()) {
    text = more;
    return;
  }
  text.value += " " + more.value;
  text.span.end = std::max(text.span.end, more.span.end);
  text.confidence = std::min(text.confidence, more.confidence);
}

std::vector<Text> read_terms(Source& source, const Piece& piece, double confidence) {
  std::vector<std::string_view> signs{"\t", ";", "·", "•", "|", "∙", "⋅", "‧", "،", "؛", "、", "；", "▪", "●", "◦"};
  const std::string_view text = source.view(piece);
  const bool parted = text.find('\t') != std::string_view::npos || text.find(" · ") != std::string_view::npos ||
                      text.find(" • ") != std::string_view::npos;
  if (!parted && (text.find(',') != std::string_view::npos || text.find("，") != std::string_view::npos)) {
    signs.push_back(", ");
    signs.push_back(",");
    signs.push_back("，");
  }
  if (text.find(" – ") != std::string_view::npos && text.find(',') == std::string_view::npos) signs.push_back(" – ");
  std::vector<Text> out;
  for (const Piece& part : split(source, piece, signs)) {
    Text term = source.take(part, confidence);
    if (!term.empty() && term.value.ends_with('.') && word_count(term.value) > 1) {
      term.value.pop_back();
      --term.span.end;
    }
    if (!term.empty()) out.push_back(std::move(term));
  }
  source.claim(piece);
  return out;
}

Body read_body(Source& source, const Entry& entry, bool marked) {
  const Vocabulary& words = Vocabulary::get();
  Body body;
  Mode mode = Mode::plain;
  bool items = false;
  const bool duties = listed_duties(source, entry);
  for (std::size_t i : entry.body) {
    const Line& line = source.line(i);
    const bool item = marked_item(source, entry, i);
    if (words.is(Topic::label_courses, line.text)) {
      mode = Mode::courses;
      source.claim_line(i);
      continue;
    }
    if (words.is(Topic::label_duties, line.text) || words.is(Topic::label_keywords, line.text)) {
      mode = Mode::plain;
      source.claim_line(i);
      continue;
    }
    Labelled labelled;
    if (split_label(source, source.whole(i), 3, labelled)) {
      const std::string_view label = source.view(labelled.label);
      if (words.is(Topic::label_score, label) && body.score.empty()) {
        source.claim(labelled.label);
        body.score = source.take(labelled.value, 0.9);
        continue;
      }
      if (words.is(Topic::label_courses, label)) {
        source.claim(labelled.label);
        for (Text& term : read_terms(source, labelled.value, 0.85)) body.courses.push_back(std::move(term));
        continue;
      }
      if (words.is(Topic::label_keywords, label) && !(item && duties)) {
        source.claim(labelled.label);
        for (Text& term : read_terms(source, labelled.value, 0.85)) body.keywords.push_back(std::move(term));
        continue;
      }
    }
    if (mode == Mode::courses) {
      if (line.text.find('\t') != std::string::npos)
        for (const Piece& part : split(source, source.whole(i), {"\t"}))
          body.courses.push_back(source.take(part, 0.85));
      else
        body.courses.push_back(source.take(source.whole(i), 0.85));
      continue;
    }
    const auto addresses = find_addresses(line.text);
    if (!addresses.empty() && addresses.front().end - addresses.front().begin + 4 > line.text.size()) continue;
    if (!item && marked) {
      append_text(body.summary, source.take(source.whole(i), 0.8));
      continue;
    }
    items = items || item;
    Text text = source.take(source.whole(i), item ? item_confidence(line) : 0.75);
    if (text.empty()) continue;
    body.highlights.push_back(std::move(text));
  }
  judge_items(body.highlights);
  if (!marked && body.highlights.size() == 1 && !items && entry.body.size() == 1) {
    body.summary = std::move(body.highlights.front());
    body.highlights.clear();
  }
  return body;
}

std::vector<Text> read_lines(Source& source, const LabelledValue& value) {
  std::vector<Text> out;
  if (value.lines.empty()) out.push_back(source.take(value.value, 0.95));
  for (std::size_t i : value.lines) out.push_back(source.take(source.whole(i), 0.95));
  std::erase_if(out, [](const Text& text) { return text.empty(); });
  return out;
}

Text read_value(Source& source, const LabelledValue& value, double confidence) {
  Text out;
  for (Text& text : read_lines(source, value)) append_text(out, text);
  out.confidence = confidence;
  return out;
}

}  // namespace resumax::parse
