#include <resumax/parse/small_caps.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::parse {
namespace {

using document::Word;

char32_t only_letter(const Word& word) {
  std::size_t at = 0;
  const char32_t c = text::next_code_point(word.text, at);
  return at == word.text.size() && text::is_letter(c) ? c : 0;
}

bool starts_with_letter(const Word& word) {
  std::size_t at = 0;
  return text::is_letter(text::next_code_point(word.text, at));
}

double gap(const Word& a, const Word& b) { return b.box.x0 - a.box.x1; }

/// A large capital right before smaller letters.
bool opens(const Word& a, const Word& b) {
  if (!(a.size > 0) || b.size < 0.5F * a.size || b.size > 0.9F * a.size || a.font != b.font) return false;
  if (gap(a, b) > 0.15 * static_cast<double>(a.size) || gap(a, b) < -0.2 * static_cast<double>(a.size)) return false;
  const char32_t initial = only_letter(a);
  return initial != 0 && text::is_upper(initial) && starts_with_letter(b);
}

}  // namespace

SmallCaps::SmallCaps(const std::vector<const Word*>& words) : words_(words) {
  for (std::size_t i = 1; i < words.size() && large_ == 0; ++i)
    if (opens(*words[i - 1], *words[i])) large_ = words[i - 1]->size, small_ = words[i]->size;
}

bool SmallCaps::goes_on(std::size_t i) const {
  const Word &a = *words_[i - 1], &b = *words_[i];
  return std::abs(a.size - b.size) < 0.02F * a.size && gap(a, b) < 0.18 * static_cast<double>(a.size) &&
         only_letter(a) != 0 && only_letter(b) != 0;
}

bool SmallCaps::closes(std::size_t i) const {
  if (i == 0 || i >= words_.size()) return false;
  return opens(*words_[i - 1], *words_[i]) || goes_on(i);
}

float SmallCaps::size(const Word& word) const {
  return any() && std::abs(word.size - small_) < 0.02F * small_ ? large_ : word.size;
}

}  // namespace resumax::parse
