#include <resumax/match/wishes.hpp>

#include <resumax/match/job_level.hpp>
#include <resumax/match/requirements.hpp>
#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <array>

namespace resumax::match {

namespace {

/// What the title says goes before what the parser made of it, which stands where the posting states it elsewhere.
int level_of(const JobDescription& posting, std::string_view title) {
  const auto& stated = posting.seniority.span;
  const auto& in = posting.title.span;
  const int level = job_level(title);
  if (level != 0 || (!stated.empty() && stated.begin >= in.begin && stated.end <= in.end)) return level;
  return seniority_level(posting.seniority.value);
}

/// "We do not ask for a PhD", "no degree needed".
bool denies(std::string_view utf8) {
  constexpr std::array<std::string_view, 18> words = {"no",   "not",   "don't", "doesn't", "without", "nicht",
                                                      "kein", "keine", "ohne",  "pas",     "sans",    "sin",
                                                      "não",  "sem",   "nao",   "لا",      "بدون",    "non"};
  const auto tokens = text::tokenize(utf8);
  return std::any_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
    return std::find(words.begin(), words.end(), token.folded) != words.end();
  });
}

}  // namespace

Wishes read_wishes(const JobDescription& posting, std::string_view language) {
  Wishes out;
  out.language = language;
  out.title_text = title_of(posting).value;
  out.title = read_title(out.title_text, language);
  out.head = read_title(title_head(out.title_text), language);
  out.level = level_of(posting, out.title_text);
  if (posting.minimum_years) out.years = *posting.minimum_years;
  if (!denies(posting.degree.value)) out.degree = lowest_degree(posting.degree.value);
  for (const auto& text : posting.languages)
    for (auto& spoken : spoken_languages(text.value))
      if (std::none_of(out.languages.begin(), out.languages.end(),
                       [&](const auto& l) { return l.code == spoken.code; }))
        out.languages.push_back(std::move(spoken));
  return out;
}

}  // namespace resumax::match
