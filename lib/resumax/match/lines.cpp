#include <resumax/match/lines.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/match/rarity.hpp>
#include <resumax/match/weights.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::match {

namespace {

bool is_number(std::string_view folded) {
  return std::none_of(folded.begin(), folded.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

/// Weights are far below what fits.
std::int16_t small(int weight) { return static_cast<std::int16_t>(weight); }

/// Order of evidence by where it stands; -1 for texts that show no skill.
int rank_of(const ConstField& field) {
  switch (field.section) {
    case SectionKind::references:
    case SectionKind::languages:
      return -1;
    default:
      break;
  }
  switch (field.kind) {
    case FieldKind::highlight:
    case FieldKind::description:
      return field.section == SectionKind::work ? 0 : 1;
    case FieldKind::position:
      return 2;
    case FieldKind::summary:
      return field.section == SectionKind::work ? 1 : 3;
    case FieldKind::keyword:
    case FieldKind::group:
      return field.section == SectionKind::interests ? 8 : 4;
    case FieldKind::label:
      return 3;
    case FieldKind::name:
      return field.section == SectionKind::contact ? -1 : 5;
    case FieldKind::title:
      return 5;
    case FieldKind::study_type:
    case FieldKind::area:
    case FieldKind::course:
      return 6;
    case FieldKind::line:
      return field.section == SectionKind::contact ? -1 : 7;
    default:
      return -1;
  }
}

}  // namespace

const ReadLine& LineReader::read(std::string_view utf8, std::string_view language, bool list) {
  std::string key(language);
  key += list ? '\1' : '\2';
  key += utf8;
  const auto [slot, fresh] = lines_.try_emplace(std::move(key));
  ReadLine& out = slot->second;
  if (!fresh) return out;
  out.hits = list ? taxonomy_->find_in_list(utf8) : taxonomy_->find(utf8);
  for (const auto& hit : out.hits) {
    const auto weight = skill_weight(hit.skill);
    out.terms.push_back({skill_bit | hit.skill, weight, weight});
  }
  auto hit = out.hits.begin();
  for (const auto& token : text::tokenize(utf8)) {
    while (hit != out.hits.end() && hit->end <= token.begin) ++hit;
    if (hit != out.hits.end() && token.end > hit->begin) continue;
    if (const auto term = word_term(token.folded, language); !term.empty()) out.terms.push_back(term);
  }
  return out;
}

void LineReader::trim() {
  constexpr std::size_t many = 50000;
  if (lines_.size() > many) lines_.clear();
}

std::int16_t LineReader::skill_weight(std::uint16_t skill) {
  constexpr std::string_view names = "en";  // the language of the taxonomy's own names
  constexpr int rarest = 40;                // of the tables
  const auto [slot, fresh] = skills_.try_emplace(skill);
  if (!fresh) return slot->second;
  int rarity = 0;
  for (const auto& unit : split_units(taxonomy_->skills()[skill].name)) {
    if (text::is_stop_word(unit.folded, names)) continue;
    const int known = rarity_of(stem_of(unit.folded, names), names).in_postings;
    rarity += known < 0 ? weights().term.unknown_in_posting : known;
  }
  return slot->second = small(weights().term.skill + weights().term.skill_by_rarity * std::min(rarest, rarity) / 100);
}

Term LineReader::word_term(std::string_view folded, std::string_view language) {
  std::string key(language);
  key += '\1';
  key += folded;
  const auto [slot, fresh] = words_.try_emplace(std::move(key));
  Term& out = slot->second;
  if (!fresh || folded.size() < 2 || is_number(folded)) return out;
  // Latin words in an Arabic text are mostly English.
  const auto of = [&](std::string_view text) {
    return is_arabic(folded) ? std::string_view("ar") : text == "ar" ? std::string_view("en") : text;
  };
  if (text::is_stop_word(folded, of(language)) || text::is_stop_word(folded, of(language_))) return out;
  const auto stem = stem_of(folded, of(language_));
  weigh(out, stem, of(language_));
  out.id = stems_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size())).first->second;
  return out;
}

void LineReader::weigh(Term& term, std::string_view stem, std::string_view language) const {
  const auto& known = weights().term;
  if (!rarity_) {
    const auto letters = text::length(stem) * (is_arabic(stem) ? 2 : 1);
    term.in_posting = term.in_resume = small(known.by_letters[std::min(letters, known.by_letters.size() - 1)]);
    return;
  }
  const auto rarity = rarity_of(stem, language);
  const auto weight = [&](int first, int second, int unknown) {
    const int value = first >= 0 ? first : second;
    return small(value < 0 ? unknown : std::max(known.rarity_floor, value));
  };
  term.in_posting = weight(rarity.in_postings, rarity.in_resumes, known.unknown_in_posting);
  term.in_resume = weight(rarity.in_resumes, rarity.in_postings, known.unknown_in_resume);
}

bool rarity_covers(std::string_view utf8, std::string_view language) {
  if (!has_rarity(language)) return false;
  std::size_t words = 0, known = 0;
  for (const auto& token : text::tokenize(utf8)) {
    if (token.folded.size() < 2 || is_number(token.folded) || text::is_stop_word(token.folded, language)) continue;
    ++words;
    const bool latin = language.starts_with("ar") && !is_arabic(token.folded);
    const auto table = latin ? std::string_view("en") : language;
    known += rarity_of(stem_of(token.folded, table), table).known();
  }
  return known * 2 > words;
}

std::vector<ShownLine> shown_lines(const Resume& resume, LineReader& reader) {
  // No contact block is so long: the parser did not know the headings, and the resume is in there.
  constexpr std::size_t longest_contact = 15;
  const bool whole = std::any_of(resume.sections.begin(), resume.sections.end(), [](const Section& section) {
    return section.kind == SectionKind::contact && section.lines.size() > longest_contact;
  });
  std::vector<ShownLine> out;
  for (const auto& field : fields(resume)) {
    const bool in_contact = field.kind == FieldKind::line && field.section == SectionKind::contact;
    const int rank = whole && in_contact ? 7 : rank_of(field);
    if (rank < 0) continue;
    const bool list = field.kind == FieldKind::keyword || field.section == SectionKind::skills;
    out.push_back({field, rank, &reader.read(field.text->value, resume.language, list)});
  }
  return out;
}

}  // namespace resumax::match
