#include <resumax/parse/roles.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/cuts.hpp>
#include <resumax/parse/heads.hpp>
#include <resumax/parse/split.hpp>

#include <algorithm>
#include <iterator>

namespace resumax::parse {
namespace {

int school_cue(std::string_view text) {
  const Vocabulary& words = Vocabulary::get();
  // "Istituto Tecnico Volta": the kind of school holds the word for a degree.
  const int named = words.leading_words(Topic::institution, key_words(text), 0) > 1 ? 1 : 0;
  return 2 * words.count(Topic::institution, text) - 2 * words.count(Topic::degree, text) + named;
}

int degree_cue(std::string_view text) { return -school_cue(text); }
bool has_degree(std::string_view text) { return Vocabulary::get().count(Topic::degree, text) > 0; }

/// "GPA: 3.8/4.0" and "3.8/4.0" in a head.
bool take_score(Source& source, const Piece& piece, Education& education) {
  const std::string_view text = source.view(piece);
  Labelled labelled;
  if (split_label(source, piece, 3, labelled) &&
      Vocabulary::get().is(Topic::label_score, source.view(labelled.label))) {
    source.claim(piece);
    if (education.score.empty()) education.score = source.peek(labelled.value, 0.9);
    return true;
  }
  const std::vector<std::string> keys = key_words(text);
  if (!keys.empty() && keys.size() <= 4 && Vocabulary::get().leading_words(Topic::label_score, keys, 0) > 0) {
    education.score = source.take(piece, 0.8);
    return true;
  }
  const bool number = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '/' || c == ',' || c == ' ' || c == '%';
  });
  if (number && education.score.empty()) education.score = source.take(piece, 0.7);
  return number;
}

/// "… GPA: 3.8" at the end of a part.
Piece cut_score(Source& source, Piece piece, Education& education) {
  const std::string_view text = source.view(piece);
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != ',') continue;
    const std::size_t colon = text.find(':', at);
    if (colon == std::string_view::npos) break;
    if (colon - at > 30 || !Vocabulary::get().is(Topic::label_score, text.substr(at, colon - at))) continue;
    const Piece score{piece.line, piece.begin + static_cast<std::uint32_t>(at), piece.end};
    take_score(source, source.clean(score), education);
    piece.end = score.begin;
    return source.clean(piece);
  }
  return piece;
}

/// "PhD in" without the word that led to a subject in another look.
Piece without_tail(const Source& source, Piece piece) {
  const std::string_view text = source.view(piece);
  const std::size_t blank = text.rfind(' ');
  static constexpr std::string_view tails[] = {"in", "of", "en", "em", "für", "im", "في", "de", "di"};
  if (blank != std::string_view::npos && blank > 0 &&
      std::find(std::begin(tails), std::end(tails), text.substr(blank + 1)) != std::end(tails))
    piece.end = piece.begin + static_cast<std::uint32_t>(blank);
  return source.clean(piece);
}

/// Degree and subject: "Bachelor of Science, Physics", "BSc in Physics", "Master – Law".
void take_degree(Source& source, const Piece& piece, Education& education, double confidence) {
  const std::string_view text = source.view(piece);
  if (!education.study_type.empty() || !has_degree(text)) {
    Text& target = education.area.empty() ? education.area : education.summary;
    append_text(target, source.take(piece, confidence * 0.9));
    return;
  }
  static constexpr std::string_view joints[] = {", ",   " - ",   " – ",       " — ",  " in ", "، ", " en ",     " em ",
                                                " de ", " für ", " im Fach ", " في ", ": ",   " (", " in der ", " of "};
  for (std::string_view joint : joints) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos) continue;
    const std::string_view left = text.substr(0, at), right = text.substr(at + joint.size());
    if (!has_degree(left) || right.empty()) continue;
    if (joint == " of " && (word_count(right) <= 1 || right.find(" of ") == std::string_view::npos)) continue;
    std::size_t cut = at;
    if (joint == " of ") cut = at + joint.size() + right.find(" of ");
    const std::size_t skip = joint == " of " ? 4 : joint.size();
    education.study_type =
        source.take({piece.line, piece.begin, piece.begin + static_cast<std::uint32_t>(cut)}, confidence);
    const Text area =
        source.take({piece.line, piece.begin + static_cast<std::uint32_t>(cut + skip), piece.end}, confidence);
    if (education.area.empty())
      education.area = area;
    else
      append_text(education.area, area);
    source.claim(piece);
    return;
  }
  // "B.Sc. Physics": an abbreviation ends where the subject starts.
  const std::size_t blank = text.find(' ');
  const std::string_view first = text.substr(0, blank);
  if (blank != std::string_view::npos && first.size() <= 6 && Vocabulary::get().is(Topic::degree, first) &&
      (first.find('.') != std::string_view::npos ||
       std::count_if(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2)) {
    const auto middle = piece.begin + static_cast<std::uint32_t>(blank);
    education.study_type = source.take({piece.line, piece.begin, middle}, confidence);
    append_text(education.area, source.take({piece.line, middle, piece.end}, confidence));
    return;
  }
  education.study_type = source.take(piece, confidence);
}

int school_cue(const Source& source, const Part& part) {
  return part.after_joiner ? 3 : school_cue(source.view(part.piece));
}

int school_balance(const Source& source, const std::vector<Part>& parts) {
  if (parts.size() < 2) return 0;
  return std::clamp(school_cue(source, parts[0]) - school_cue(source, parts[1]), -3, 3);
}

void fill_record(Source& source, const Entry& entry, Education& education) {
  for (const LabelledValue& value : entry.labelled) {
    const auto set = [&](Text& text) {
      if (text.empty()) text = read_value(source, value, 0.95);
    };
    switch (value.topic) {
      case Topic::label_institution:
      case Topic::label_company:
        set(education.institution);
        break;
      case Topic::label_degree:
        set(education.study_type);
        break;
      case Topic::label_area:
        set(education.area);
        break;
      case Topic::label_score:
        set(education.score);
        break;
      case Topic::label_location:
        set(education.location);
        break;
      case Topic::label_courses:
        education.courses = read_lines(source, value);
        break;
      case Topic::label_duties:
        for (Text& text : read_lines(source, value)) education.highlights.push_back(std::move(text));
        break;
      default:
        break;
    }
  }
}

/// `places` may hold a school that reads like one ("KU Elsewhere, Belgium").
void fill_names(Source& source, const std::vector<Part>& all, std::vector<Piece>& places, bool schools_first,
                Education& education) {
  std::vector<Piece> parts;
  std::vector<int> cues;
  for (const Part& part : all) {
    const Piece piece = without_tail(source, cut_score(source, part.piece, education));
    if (piece.empty() || take_score(source, piece, education)) continue;
    parts.push_back(piece);
    cues.push_back(part.after_joiner ? 3 : school_cue(source.view(piece)));
  }
  if (parts.empty()) return;
  std::size_t school = parts.size();
  int best = 0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (cues[p] > best) best = cues[p], school = p;
  }
  const auto named = std::find_if(places.begin(), places.end(),
                                  [&](const Piece& place) { return !is_known_place(source.view(place)); });
  if (school == parts.size() && named != places.end() && parts.size() >= 1) {
    education.institution = source.take(*named, 0.75);
    places.erase(named);
  } else if (school == parts.size()) {
    if (parts.size() >= 2)
      school = schools_first ? 0 : 1;
    else if (!has_degree(source.view(parts[0])))
      school = schools_first ? 0 : parts.size();
    if (school < parts.size() && has_degree(source.view(parts[school])) && parts.size() >= 2)
      school = school == 0 ? 1 : 0;
  }
  if (school < parts.size()) {
    // A town cut off the end of a name may be part of it.
    const bool cut = std::any_of(places.begin(), places.end(), [&](const Piece& place) {
      return place.line == parts[school].line && place.begin >= parts[school].end;
    });
    education.institution = source.take(parts[school], best > 0 ? (cut ? 0.88 : 0.93) : 0.75);
  }
  std::vector<Piece> rest;
  for (std::size_t p = 0; p < parts.size(); ++p)
    if (p != school) rest.push_back(parts[p]);
  std::stable_sort(rest.begin(), rest.end(), [&](const Piece& a, const Piece& b) {
    return has_degree(source.view(a)) > has_degree(source.view(b));
  });
  for (const Piece& piece : rest) take_degree(source, piece, education, 0.88);
}

/// The subject on a line of its own under a degree that names none ("MS").
void read_subject(Source& source, Entry& entry, Education& education) {
  if (entry.body.empty() || word_count(education.study_type.value) > 3) return;
  const std::size_t i = entry.body.front();
  const Line& line = source.line(i);
  Labelled labelled;
  if (line.bullet || line.level >= 0 || is_prose(line) || word_count(line.text) > 8 || line.text.size() < 3) return;
  if (split_label(source, source.whole(i), 3, labelled) || !find_addresses(line.text).empty()) return;
  const Vocabulary& words = Vocabulary::get();
  if (words.is(Topic::label_courses, line.text) || words.is(Topic::label_keywords, line.text) ||
      words.is(Topic::label_duties, line.text) || looks_like_place(line.text) || !text::find_dates(line.text).empty())
    return;
  education.area = source.take(source.whole(i), 0.8);
  entry.body.erase(entry.body.begin());
  while (!entry.body.empty()) {
    const Line& next = source.line(entry.body.front());
    if (next.bullet || next.gap > 0.6F || next.gap == 0 || !same_look(next.look, line.look) ||
        word_count(next.text) > 3 || split_label(source, source.whole(entry.body.front()), 3, labelled))
      break;
    append_text(education.area, source.take(source.whole(entry.body.front()), 0.8));
    entry.body.erase(entry.body.begin());
  }
}

/// Whether the first line below the head is the subject of the degree that the second one names.
bool under_subject(const Source& source, const Entry& entry, const std::vector<Part>& parts) {
  if (entry.body.size() < 2 || has_degree(source.line(entry.body[0]).text)) return false;
  if (std::any_of(parts.begin(), parts.end(), [&](const Part& p) { return has_degree(source.view(p.piece)); }))
    return false;
  const Line &subject = source.line(entry.body[0]), &degree = source.line(entry.body[1]);
  const Vocabulary& words = Vocabulary::get();
  Labelled labelled;
  return has_degree(degree.text) && word_count(degree.text) <= 12 && word_count(subject.text) <= 6 &&
         !is_prose(subject) && text::find_dates(subject.text).empty() &&
         !words.is(Topic::label_courses, subject.text) && !words.is(Topic::label_duties, subject.text) &&
         !split_label(source, source.whole(entry.body[0]), 3, labelled);
}

}  // namespace

std::vector<Education> read_education(Source& source, const std::vector<std::size_t>& lines) {
  std::vector<Entry> entries = read_entries(source, lines);
  const bool marked = marks_items(source, entries);
  std::vector<std::vector<Part>> parts;
  int balance = 0;
  open_heads(source, entries, degree_cue, false);
  for (const Entry& entry : entries) {
    parts.push_back(entry.parts);
    balance += school_balance(source, parts.back());
  }
  std::vector<Education> out;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    Entry& entry = entries[e];
    Education education;
    education.dates = entry.dates;
    fill_record(source, entry, education);
    // A degree set as the first list item under its school, or under its subject.
    const bool subject = under_subject(source, entry, parts[e]);
    if (subject) std::swap(entry.body[0], entry.body[1]);
    while (!entry.body.empty() && education.study_type.empty()) {
      const Line& line = source.line(entry.body.front());
      const bool named = std::any_of(parts[e].begin(), parts[e].end(),
                                     [&](const Part& p) { return has_degree(source.view(p.piece)); });
      Labelled courses;
      if (split_label(source, source.whole(entry.body.front()), 3, courses)) break;
      if (named || word_count(line.text) > 12 || !has_degree(line.text)) break;
      parts[e].push_back({source.whole(entry.body.front()), line.look, true, false});
      entry.body.erase(entry.body.begin());
    }
    fill_names(source, parts[e], entry.places, balance >= 0, education);
    if (subject && education.area.empty() && !entry.body.empty()) {
      education.area = source.take(source.whole(entry.body.front()), 0.8);
      entry.body.erase(entry.body.begin());
    }
    if (entry.labelled.empty() && !education.study_type.empty() && education.area.empty())
      read_subject(source, entry, education);
    if (!entry.places.empty()) education.location = source.take(entry.places.front(), 0.85);
    if (!entry.urls.empty()) education.url = source.take(entry.urls.front(), 0.9);
    Body body = read_body(source, entry, marked);
    append_text(education.summary, body.summary);
    if (education.score.empty()) education.score = std::move(body.score);
    for (Text& text : body.courses) education.courses.push_back(std::move(text));
    for (Text& text : body.highlights) education.highlights.push_back(std::move(text));
    for (Text& text : body.keywords) education.courses.push_back(std::move(text));
    const bool blank = education.institution.empty() && education.study_type.empty() && education.area.empty();
    if (blank && !out.empty() && education.dates.end.empty() && education.dates.start.empty()) {
      append_text(out.back().summary, education.summary);
      for (Text& text : education.highlights) out.back().highlights.push_back(std::move(text));
      continue;
    }
    const bool empty = blank && education.dates.end.empty() && education.dates.start.empty() &&
                       education.summary.empty() && education.highlights.empty() && education.courses.empty();
    if (!empty) out.push_back(std::move(education));
  }
  return out;
}

}  // namespace resumax::parse
