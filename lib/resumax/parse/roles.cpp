#include <resumax/parse/roles.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/cuts.hpp>
#include <resumax/parse/heads.hpp>
#include <resumax/parse/split.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

/// Above zero for a title, below for an employer.
int title_cue(std::string_view text) {
  const Vocabulary& words = Vocabulary::get();
  return std::clamp(2 * words.count(Topic::position, text), 0, 4) - std::clamp(words.count(Topic::company, text), 0, 3);
}

int title_cue(const Source& source, const Part& part) {
  return part.after_joiner ? -3 : title_cue(source.view(part.piece));
}

/// Whether titles stand before employers in this section.
bool titles_first(const Source& source, const std::vector<Entry>& entries) {
  int balance = 0;
  for (const Entry& entry : entries)
    if (entry.parts.size() >= 2)
      balance += std::clamp(title_cue(source, entry.parts[0]) - title_cue(source, entry.parts[1]), -3, 3);
  return balance > 0;
}

/// "Name and address of employer": what reads as an address behind a comma is where the employer is.
void fill_employer(Source& source, const LabelledValue& value, Work& work) {
  if (!value.address) {
    work.company = read_value(source, value, 0.95);
    return;
  }
  const Piece piece = value.lines.empty() ? value.value : source.whole(value.lines.front());
  const std::vector<Piece> parts = split(source, piece, {", ", "، "});
  for (std::size_t n = 1; n < parts.size() && value.lines.size() <= 1; ++n) {
    const Piece place{piece.line, parts[n].begin, parts.back().end};
    if (is_legal_form(source.view(parts[n])) || !is_address(source.view(place))) continue;
    work.company = source.take({piece.line, parts.front().begin, parts[n - 1].end}, 0.9);
    if (work.location.empty()) work.location = source.take(place, 0.9);
    return;
  }
  work.company = read_value(source, value, 0.95);
}

void fill_record(Source& source, const Entry& entry, Work& work) {
  for (const LabelledValue& value : entry.labelled) {
    switch (value.topic) {
      case Topic::label_company:
        if (work.company.empty()) fill_employer(source, value, work);
        break;
      case Topic::label_position:
        if (work.position.empty()) work.position = read_value(source, value, 0.95);
        break;
      case Topic::label_location:
        if (work.location.empty()) work.location = read_value(source, value, 0.9);
        break;
      case Topic::label_url:
        if (work.url.empty()) work.url = read_value(source, value, 0.9);
        break;
      case Topic::label_duties:
        for (Text& text : read_lines(source, value)) work.highlights.push_back(std::move(text));
        break;
      case Topic::label_keywords:
        for (Text& text : read_lines(source, value)) work.highlights.push_back(std::move(text));
        break;
      default:
        break;
    }
  }
}

/// Up to four words without a digit, as towns have.
bool is_short_name(std::string_view text) {
  return word_count(text) <= 4 && std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void fill_names(Source& source, const Entry& entry, bool titles, Work& work) {
  if (entry.parts.empty()) return;
  if (entry.parts.size() == 1) {
    const int cue = title_cue(source, entry.parts[0]);
    const bool title = cue > 0 || (cue == 0 && titles);
    (title ? work.position : work.company) = source.take(entry.parts[0].piece, 0.7);
    return;
  }
  // The pair that is told apart best by words, by the order the section keeps and by standing first. What shares a
  // cell with the dates is rather a place.
  std::size_t title = 0, employer = 1;
  int best = -100;
  const std::size_t count = std::min<std::size_t>(entry.parts.size(), 4);
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t e = 0; e < count; ++e) {
      if (t == e) continue;
      const int words = title_cue(source, entry.parts[t]) - title_cue(source, entry.parts[e]);
      const int beside = (entry.parts[t].by_dates ? 3 : 0) + (entry.parts[e].by_dates ? 3 : 0);
      const int score = 2 * words + ((t < e) == titles ? 3 : 0) - 2 * static_cast<int>(t + e) - beside;
      if (score > best) best = score, title = t, employer = e;
    }
  const bool sure = title_cue(source, entry.parts[title]) > title_cue(source, entry.parts[employer]);
  work.position = source.take(entry.parts[title].piece, sure ? 0.93 : 0.75);
  work.company = source.take(entry.parts[employer].piece, sure ? 0.93 : 0.75);
  if (!entry.places.empty()) return;
  for (std::size_t p = 0; p < entry.parts.size(); ++p)
    if (p != title && p != employer && entry.parts[p].aside && is_short_name(source.view(entry.parts[p].piece))) {
      work.location = source.take(entry.parts[p].piece, 0.7);
      return;
    }
}

bool is_bullet(const Source& source, const Entry& entry) {
  return !entry.head.empty() && source.line(entry.head.front()).bullet;
}

/// "Name: what it is", "Name – what it is": a project in one paragraph.
bool is_named_line(const Source& source, std::size_t i) {
  Labelled labelled;
  return head_dates(source.line(i)).empty() && split_named(source, source.whole(i), 8, labelled) &&
         !Vocabulary::get().is(Topic::label_keywords, source.view(labelled.label)) &&
         !Vocabulary::get().is(Topic::label_project, source.view(labelled.label));
}

/// Whether the section is a run of such paragraphs, each with its list items or none.
bool named_lines(const Source& source, const std::vector<std::size_t>& lines) {
  if (lines.empty()) return false;
  const bool listed = std::all_of(lines.begin(), lines.end(), [&](std::size_t i) { return source.line(i).bullet; });
  std::size_t named = 0, prose = 0;
  for (std::size_t i : lines) {
    if (source.line(i).bullet && !listed) continue;
    if (!is_named_line(source, i)) return false;
    ++named;
    prose += is_prose(source.line(i)) ? 1U : 0U;
  }
  return (named > 1 || prose == 1) && !(source.line(lines.front()).bullet && !listed);
}

std::vector<Project> read_named_lines(Source& source, const std::vector<std::size_t>& lines) {
  const bool listed = std::all_of(lines.begin(), lines.end(), [&](std::size_t i) { return source.line(i).bullet; });
  std::vector<Project> out;
  for (std::size_t i : lines) {
    if (source.line(i).bullet && !listed) {
      out.back().highlights.push_back(source.take(source.whole(i), 0.85));
      continue;
    }
    Labelled labelled;
    split_named(source, source.whole(i), 8, labelled);
    Project project;
    project.name = source.take(labelled.label, 0.85);
    project.description = source.take(labelled.value, 0.85);
    out.push_back(std::move(project));
  }
  return out;
}

}  // namespace

std::vector<Work> read_work(Source& source, const std::vector<std::size_t>& lines) {
  std::vector<Entry> entries = read_entries(source, lines);
  open_heads(source, entries, title_cue, true);
  const bool titles = titles_first(source, entries), marked = marks_items(source, entries);
  std::vector<Work> out;
  for (Entry& entry : entries) {
    Work work;
    work.dates = entry.dates;
    fill_record(source, entry, work);
    fill_names(source, entry, titles, work);
    if (!entry.places.empty()) work.location = source.take(entry.places.front(), 0.85);
    if (!entry.urls.empty()) work.url = source.take(entry.urls.front(), 0.9);
    Body body = read_body(source, entry, marked);
    work.summary = std::move(body.summary);
    for (Text& text : body.highlights) work.highlights.push_back(std::move(text));
    for (Text& text : body.keywords) work.highlights.push_back(std::move(text));
    if (entry.continues && work.company.empty() && !out.empty()) work.company = out.back().company;
    const bool blank =
        work.company.empty() && work.position.empty() && work.dates.start.empty() && work.dates.end.empty();
    if (blank && work.summary.empty() && work.highlights.empty()) continue;
    if (blank && !out.empty()) {
      append_text(out.back().summary, work.summary);
      for (Text& text : work.highlights) out.back().highlights.push_back(std::move(text));
      continue;
    }
    out.push_back(std::move(work));
  }
  return out;
}

std::vector<Project> read_projects(Source& source, const std::vector<std::size_t>& lines) {
  if (named_lines(source, lines)) return read_named_lines(source, lines);
  std::vector<Project> out;
  std::vector<Entry> entries = read_entries(source, lines);
  const bool marked = marks_items(source, entries);
  for (Entry& entry : entries) {
    Project project;
    project.dates = entry.dates;
    for (const LabelledValue& value : entry.labelled) {
      if (value.topic == Topic::label_project && project.name.empty())
        project.name = read_value(source, value, 0.95);
      else if (value.topic == Topic::label_duties)
        for (Text& text : read_lines(source, value)) project.highlights.push_back(std::move(text));
    }
    for (std::size_t p = 0; p < entry.parts.size(); ++p) {
      const Piece& piece = entry.parts[p].piece;
      Labelled labelled;
      const bool whole = entry.body.empty() && entry.parts.size() == 1;
      if (project.name.empty() &&
          (whole ? split_named(source, piece, 8, labelled) : split_label(source, piece, 8, labelled))) {
        project.name = source.take(labelled.label, 0.85);
        append_text(project.description, source.take(labelled.value, 0.8));
      } else if (project.name.empty()) {
        project.name = source.take(piece, 0.85);
      } else if (Vocabulary::get().count(Topic::position, source.view(piece)) > 0 && project.role.empty() &&
                 word_count(source.view(piece)) < 6) {
        project.role = source.take(piece, 0.7);
      } else {
        append_text(project.description, source.take(piece, 0.75));
      }
    }
    if (!entry.urls.empty()) project.url = source.take(entry.urls.front(), 0.9);
    if (!project.name.empty() && (!entry.urls.empty() || !project.dates.end.empty() || !project.dates.start.empty()) &&
        !is_bullet(source, entry))
      project.name.confidence = std::max(project.name.confidence, 0.92);
    // "Name: what it is" as a paragraph or list item of its own.
    while (project.name.empty() && !entry.body.empty()) {
      Labelled labelled;
      const std::size_t i = entry.body.front();
      if (split_named(source, source.whole(i), 8, labelled)) {
        project.name = source.take(labelled.label, 0.8);
        append_text(project.description, source.take(labelled.value, 0.8));
        entry.body.erase(entry.body.begin());
      }
      break;
    }
    Body body = read_body(source, entry, marked);
    append_text(project.description, body.summary);
    project.highlights.insert(project.highlights.end(), body.highlights.begin(), body.highlights.end());
    project.keywords = std::move(body.keywords);
    if (project.name.empty() && !out.empty() && project.dates.start.empty() && project.dates.end.empty()) {
      append_text(out.back().description, project.description);
      for (Text& text : project.highlights) out.back().highlights.push_back(std::move(text));
    } else if (!project.name.empty() || !project.description.empty() || !project.highlights.empty()) {
      out.push_back(std::move(project));
    }
  }
  return out;
}

}  // namespace resumax::parse
