#include <resumax/parse/heads.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/split.hpp>

#include <resumax/text/durations.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace resumax::parse {
namespace {

const std::vector<std::string_view> separators{"\t", " | ", "|", " · ", " • ", " ∙ ", " // ", " ⋅ ", "•", " @ "};

/// "at Acme" is Acme where a change of look has cut the joiner off from the title.
constexpr std::array<std::string_view, 13> joiners{"at ", "@ ",  "chez ", "bei ", "presso ", "bij ", "لدى ",
                                                   "en ", "na ", "from ", "for ", "em ",     "à "};

/// A joiner that stands alone between changes of look.
bool is_joiner(std::string_view text) {
  return !text.empty() && std::any_of(joiners.begin(), joiners.end(), [&](std::string_view joiner) {
    return joiner.substr(0, joiner.size() - 1) == text;
  });
}

Piece without_joiner(const Source& source, Piece piece) {
  for (std::string_view joiner : joiners)
    if (source.view(piece).starts_with(joiner) && piece.begin > 0)
      piece.begin += static_cast<std::uint32_t>(joiner.size());
  return piece;
}

/// "University of California" before a town: the town tells which of its universities.
bool is_campus(std::string_view text) {
  const std::string folded = text::fold(text);
  text = folded;
  const std::size_t of = text.rfind(" of ");
  return of != std::string_view::npos && Vocabulary::get().is(Topic::region, text.substr(of + 4)) &&
         Vocabulary::get().count(Topic::institution, text) > 0;
}

/// Under the dates of a label column stand places.
bool stands_by_dates(const Source& source, const Entry& entry, const Piece& piece) {
  if (!source.line(piece.line).label || (entry.dates.start.empty() && entry.dates.end.empty())) return false;
  return std::any_of(entry.head.begin(), entry.head.end(), [&](std::size_t i) { return !source.line(i).label; });
}

/// "Acme / Springfield": a name before its place.
bool names_before_place(std::string_view text) {
  const std::size_t at = text.find(" / ");
  return at != std::string_view::npos && !is_known_place(text.substr(0, at)) && looks_like_place(text.substr(at + 3));
}

/// What the parts of one line share while they are read.
struct LineState {
  bool starts = true;   ///< no part yet
  bool joined = false;  ///< the last piece was a joiner alone: "at"
};

void add_part(Source& source, Entry& entry, Piece piece, const Look& look, LineState& state) {
  bool& starts_line = state.starts;
  piece = source.clean(piece);
  if (!entry.parts.empty() && is_joiner(source.view(piece))) {
    source.claim(piece);
    state.joined = true;
    return;
  }
  const Piece bare = without_joiner(source, piece);
  const bool after_joiner = bare.begin != piece.begin || std::exchange(state.joined, false);
  piece = bare;
  if (piece.empty()) return;
  const std::string_view text = source.view(piece);
  // "Company (City)".
  if (const std::size_t bracket = text.rfind(" ("); bracket != std::string_view::npos && text.ends_with(')')) {
    const Piece inner{piece.line, piece.begin + static_cast<std::uint32_t>(bracket) + 2, piece.end - 1};
    if (looks_like_place(source.view(inner))) {
      entry.places.push_back(inner);
      piece = source.clean({piece.line, piece.begin, piece.begin + static_cast<std::uint32_t>(bracket)});
      entry.parts.push_back({piece, look, starts_line, after_joiner});
      starts_line = false;
      return;
    }
  }
  if (is_known_place(text) || stands_by_dates(source, entry, piece) ||
      (looks_like_place(text) && !entry.parts.empty() && !after_joiner && !names_before_place(text))) {
    entry.places.push_back(piece);
    return;
  }
  // "Company, City, ST", "Title – City": the longest tail that is a place.
  const auto pieces = split(source, piece, {", ", "،", ",", " – ", " - ", " — ", " / "});
  for (std::size_t n = 1; n < pieces.size(); ++n) {
    const Piece tail{piece.line, pieces[n].begin, piece.end};
    if (is_legal_form(source.view(pieces[n]))) continue;
    const bool place =
        is_known_place(source.view(tail)) || (pieces.size() - n >= 2 && n >= 1 && looks_like_place(source.view(tail)));
    if (!place || source.view(tail).size() < 3) continue;
    if (n + 1 == pieces.size() && is_campus(source.view({piece.line, piece.begin, pieces[n - 1].end}))) continue;
    entry.places.push_back(tail);
    piece = source.clean({piece.line, piece.begin, pieces[n - 1].end});
    break;
  }
  entry.parts.push_back({piece, look, starts_line, after_joiner});
  starts_line = false;
}

/// Whether a bracket opened after `begin` is still open at `end` and closes later.
bool in_brackets(std::string_view text, std::size_t begin, std::size_t end) {
  int depth = 0;
  for (char c : text.substr(begin, end - begin)) depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
  return depth > 0 && text.find(')', end) != std::string_view::npos;
}

/// The segments of a line. In right-to-left text a change of font alone is a change of script, not of role; within
/// brackets no change of look parts anything.
std::vector<Segment> head_segments(const Line& line) {
  std::vector<Segment> out;
  for (const Segment& segment : line.segments) {
    if (!out.empty() && !segment.after_gap && in_brackets(line.text, out.back().begin, segment.begin)) {
      out.back().end = segment.end;
      continue;
    }
    if (!line.right_to_left) {
      out.push_back(segment);
      continue;
    }
    if (!out.empty() && !segment.after_gap) {
      Look look = segment.look;
      look.font = out.back().look.font;
      look.caps = out.back().look.caps;
      if (same_look(look, out.back().look)) {
        out.back().end = segment.end;
        continue;
      }
    }
    out.push_back(segment);
  }
  return out;
}

/// Marks the parts from `first` on by the cell of their line that they stand in.
void place_in_cells(const std::vector<Segment>& segments, const std::vector<text::DateMatch>& dates, Entry& entry,
                    std::size_t first) {
  for (std::size_t p = first; p < entry.parts.size(); ++p) {
    Part& part = entry.parts[p];
    std::uint32_t begin = 0, end = UINT32_MAX;
    for (const Segment& segment : segments) {
      if (!segment.after_gap) continue;
      if (segment.begin > part.piece.begin) {
        end = segment.begin;
        break;
      }
      begin = segment.begin;
      part.aside = true;
    }
    part.by_dates = part.aside && std::any_of(dates.begin(), dates.end(), [&](const text::DateMatch& match) {
                      return match.begin >= begin && match.begin < end;
                    });
  }
}

void read_head_line(Source& source, Entry& entry, std::size_t i) {
  const Line& line = source.line(i);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> holes;
  const auto dates = head_dates(line);
  for (const text::DateMatch& match : dates) {
    const DateRange range = take_dates(source, i, match);
    if (entry.dates.start.empty() && entry.dates.end.empty())
      entry.dates = range;
    else if (match.single && entry.dates.start.empty() && !entry.dates.end.present &&
             entry.dates.end.date < range.end.date)
      entry.dates = {entry.dates.end, range.end};
    holes.push_back({match.begin, match.end});
  }
  for (const text::TextRange& duration : head_durations(line)) {
    source.claim({i, duration.begin, duration.end});
    holes.push_back({duration.begin, duration.end});
  }
  for (const Address& address : find_addresses(line.text)) {
    entry.urls.push_back({i, address.begin, address.end});
    holes.push_back({address.begin, address.end});
  }
  std::sort(holes.begin(), holes.end());
  if (word_count(line.text) > 3 && ends_sentence(line.text) && line.text.ends_with('.')) {
    const auto end = static_cast<std::uint32_t>(line.text.size());
    source.claim({i, end - 1, end});
    holes.push_back({end - 1, end});
  }
  LineState state;
  const std::size_t first = entry.parts.size();
  const auto segments = head_segments(line);
  for (const Segment& segment : segments) {
    std::uint32_t at = segment.begin;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
      if (begin >= end) return;
      for (const Piece& part : split(source, {i, begin, end}, separators))
        add_part(source, entry, part, segment.look, state);
    };
    for (const auto& [begin, end] : holes) {
      if (begin >= segment.end || end <= segment.begin) continue;
      add(at, std::max(at, begin));
      at = std::min(std::max(at, end), segment.end);
    }
    add(at, segment.end);
  }
  place_in_cells(segments, dates, entry, first);
}

constexpr std::array record_topics{
    Topic::label_company,     Topic::label_position, Topic::label_dates,  Topic::label_duties,
    Topic::label_institution, Topic::label_degree,   Topic::label_area,   Topic::label_score,
    Topic::label_location,    Topic::label_keywords, Topic::label_issuer, Topic::label_certificate,
    Topic::label_project,     Topic::label_url,      Topic::label_level,  Topic::label_courses};

std::vector<Topic> topics_of(std::string_view label) {
  std::vector<Topic> out;
  for (Topic topic : record_topics)
    if (Vocabulary::get().is(topic, label)) out.push_back(topic);
  return out;
}

/// Whether a label asks for an address as well: "Name and address of employer".
bool asks_for_address(std::string_view label) {
  static constexpr std::array<std::string_view, 7> words{"address", "adresse",  "dirección", "indirizzo",
                                                         "morada",  "endereço", "adres"};
  const std::vector<std::string> keys = key_words(label);
  return std::any_of(keys.begin(), keys.end(), [](const std::string& key) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return phrase_key(word) == key; });
  });
}

/// One row of a form.
struct Row {
  std::vector<Topic> topics;
  LabelledValue value;
  std::string key;
};

std::optional<Row> row_at(const Source& source, const std::vector<std::size_t>& lines, std::size_t& k) {
  const Line& line = source.line(lines[k]);
  Row row;
  if (line.label && k + 1 < lines.size() && source.line(lines[k + 1]).row == line.row) {
    std::string label = line.text;
    std::size_t value = k + 1;
    for (; value < lines.size() && source.line(lines[value]).label && source.line(lines[value]).row == line.row;
         ++value)
      label += ' ' + source.line(lines[value]).text;
    row.topics = topics_of(label);
    if (row.topics.empty()) {  // of several lines the first may say it all
      label = line.text;
      row.topics = topics_of(label);
    }
    if (row.topics.empty()) return std::nullopt;
    row.value.label = source.whole(lines[k]);
    row.value.address = asks_for_address(label);
    for (k = value; k < lines.size() && source.line(lines[k]).row == line.row; ++k) row.value.lines.push_back(lines[k]);
    row.key = phrase_key(label);
    return row;
  }
  Labelled labelled;
  if (!split_label(source, source.whole(lines[k]), 4, labelled)) return std::nullopt;
  row.topics = topics_of(source.view(labelled.label));
  if (row.topics.empty()) return std::nullopt;
  row.value.label = labelled.label;
  row.value.value = labelled.value;
  row.value.address = asks_for_address(source.view(labelled.label));
  row.key = phrase_key(source.view(labelled.label));
  ++k;
  return row;
}

}  // namespace

bool is_legal_form(std::string_view text) {
  static constexpr std::array<std::string_view, 22> forms{
      "inc", "llc", "ltd", "gmbh", "ag", "kg", "sa",  "sas", "sarl", "spa",          "srl",
      "bv",  "nv",  "plc", "corp", "co", "lp", "llp", "pc",  "ltda", "incorporated", "limited"};
  return std::find(forms.begin(), forms.end(), phrase_key(text)) != forms.end();
}

void read_head(Source& source, Entry& entry) {
  for (std::size_t i : entry.head) read_head_line(source, entry, i);
  // "Full-time" is neither a title nor an employer where there are both.
  for (std::size_t p = entry.parts.size(); p-- > 0 && entry.parts.size() > 2;)
    if (Vocabulary::get().is(Topic::employment, source.view(entry.parts[p].piece)))
      entry.parts.erase(entry.parts.begin() + static_cast<std::ptrdiff_t>(p));
  if (entry.parts.size() != 1) return;
  // "Acme, Springfield" under a title: the name comes first where none was found yet.
  for (Piece& place : entry.places) {
    const auto pieces = split(source, place, {", ", "،", ","});
    if (pieces.size() < 2 || is_known_place(source.view(pieces[0]))) continue;
    const Line& line = source.line(place.line);
    entry.parts.push_back({pieces[0], line.look, true, false});
    place.begin = pieces[1].begin;
    break;
  }
}

std::vector<Entry> read_records(Source& source, const std::vector<std::size_t>& lines) {
  std::vector<Entry> out;
  std::size_t rows = 0, within = 0, naming = 0;
  std::string first;
  for (std::size_t k = 0; k < lines.size();) {
    const std::size_t begin = k;
    auto row = row_at(source, lines, k);
    if (!row) {
      if (out.empty()) out.emplace_back();
      out.back().body.push_back(lines[k++]);
      continue;
    }
    ++rows;
    within += k - begin;
    const bool names = std::any_of(row->topics.begin(), row->topics.end(), [](Topic t) {
      return t == Topic::label_company || t == Topic::label_position || t == Topic::label_institution ||
             t == Topic::label_degree || t == Topic::label_certificate || t == Topic::label_project;
    });
    if (names) ++naming;
    if (first.empty()) first = row->key;
    if (out.empty() || row->key == first) out.emplace_back();
    row->value.topic = row->topics.front();
    for (Topic topic : row->topics) {
      LabelledValue value = row->value;
      value.topic = topic;
      out.back().labelled.push_back(value);
    }
  }
  if (naming == 0 || (rows * 3 < lines.size() && within * 2 < lines.size())) return {};
  for (Entry& entry : out)
    for (const LabelledValue& value : entry.labelled) {
      source.claim(value.label);
      if (value.topic != Topic::label_dates) continue;
      const std::size_t i = value.lines.empty() ? value.value.line : value.lines.front();
      const auto dates = text::find_dates(source.line(i).text);
      if (!dates.empty()) entry.dates = take_dates(source, i, dates.front());
      source.claim_line(i);
    }
  return out;
}

}  // namespace resumax::parse
