#include <resumax/parse/findings.hpp>

#include <resumax/parse/directed.hpp>
#include <resumax/parse/keyword_wall.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

namespace {

using document::HiddenReason;

constexpr std::size_t longest_quote = 80;  // characters
constexpr std::size_t most_findings = 50;  // of one kind: a hostile file may have thousands

std::string quote(std::string_view text) {
  const std::string clean = text::squeeze(text);
  std::size_t end = 0;
  for (std::size_t count = 0; end < clean.size() && count < longest_quote; ++count) text::next_code_point(clean, end);
  return "\"" + clean.substr(0, end) + (end < clean.size() ? "…\"" : "\"");
}

std::string_view how(HiddenReason reason) {
  switch (reason) {
    case HiddenReason::invisible:
      return "drawn without ink";
    case HiddenReason::colour:
      return "in the colour of what is behind it";
    case HiddenReason::transparent:
      return "transparent";
    case HiddenReason::tiny:
      return "too small to read";
    case HiddenReason::off_page:
      return "outside the page";
    case HiddenReason::clipped:
      return "outside the area that is drawn";
    case HiddenReason::covered:
      return "painted over";
    case HiddenReason::layer:
      return "on a layer that is switched off";
    case HiddenReason::marked:
      return "formatted as hidden";
    case HiddenReason::control:
      break;
  }
  return "without a shape";
}

/// " on page 2", " in paragraph 7".
std::string place_of(const document::HiddenText& hidden) {
  if (hidden.page > 0) return " on page " + std::to_string(hidden.page);
  return hidden.paragraph >= 0 ? " in paragraph " + std::to_string(hidden.paragraph + 1) : "";
}

bool names_characters(const document::HiddenText& hidden) {
  return hidden.reason == HiddenReason::control &&
         (hidden.text.starts_with("U+") || (hidden.text.find(" U+") != std::string::npos && hidden.text[0] <= '9'));
}

Finding finding_of(const document::HiddenText& hidden) {
  Finding finding;
  finding.where.page = hidden.page;
  finding.where.box = hidden.box;
  finding.paragraph = hidden.page > 0 ? 0 : hidden.paragraph + 1;
  if (hidden.reason != HiddenReason::control) {
    finding.code = "hidden_text";
    finding.message = "Text" + place_of(hidden) + " is hidden, " + std::string(how(hidden.reason)) +
                      ", and left out: " + quote(hidden.text);
  } else if (names_characters(hidden)) {
    finding.code = "control_characters";
    finding.message = "Characters that cannot be seen" + place_of(hidden) + " are left out: " + hidden.text;
  } else {
    finding.code = "control_characters";
    finding.message =
        "Invisible tag characters" + place_of(hidden) + " are left out, which spell " + quote(hidden.text);
  }
  return finding;
}

struct Warning {
  const char* code;
  const char* finding;
  const char* message;
};
constexpr Warning warnings[] = {
    {"bad_utf8", "bad_utf8", "The text was not valid UTF-8; the broken characters were replaced."},
    {"truncated_pages", "truncated", "The document is longer than any resume; its end was not read."},
    {"truncated_text", "truncated", "The document is longer than any resume; its end was not read."},
    {"unchecked_text", "unchecked_text", "Parts of the document could not be checked for hidden text."},
};

/// The part [begin, end) of a line as a line of its own; without text where that is blank.
Line part_of(const Line& line, std::size_t begin, std::size_t end) {
  Line out = line;
  const auto is_blank = [&](std::size_t at) { return line.text[at] == ' ' || line.text[at] == '\t'; };
  while (begin < end && is_blank(begin)) ++begin;
  while (end > begin && is_blank(end - 1)) --end;
  out.text = line.text.substr(begin, end - begin);
  out.begin = line.begin + static_cast<std::uint32_t>(begin);
  out.segments.clear();
  for (Segment segment : line.segments) {
    segment.begin = static_cast<std::uint32_t>(std::clamp<std::size_t>(segment.begin, begin, end) - begin);
    segment.end = static_cast<std::uint32_t>(std::clamp<std::size_t>(segment.end, begin, end) - begin);
    if (segment.begin < segment.end) out.segments.push_back(segment);
  }
  return out;
}

SourceSpan span_of(const TextRange& range, const Line& line) { return {range.begin, range.end, line.page, line.box}; }

}  // namespace

std::vector<Finding> document_findings(const document::Document& document) {
  std::vector<Finding> findings;
  for (const auto& hidden : document.hidden) {
    if (findings.size() >= most_findings) break;
    findings.push_back(finding_of(hidden));
    if (names_characters(hidden) || find_directed(hidden.text).empty()) continue;
    Finding directed = directed_finding(hidden.text);
    directed.where = findings.back().where;
    directed.paragraph = findings.back().paragraph;
    findings.push_back(std::move(directed));
  }
  for (const Warning& warning : warnings)
    if (std::find(document.warnings.begin(), document.warnings.end(), warning.code) != document.warnings.end())
      findings.push_back({warning.finding, warning.message, {}, 0});
  return findings;
}

Finding directed_finding(std::string_view words) {
  return {"model_directed_text",
          "Text speaks to a language model rather than to a reader, and is left out: " + quote(words),
          {},
          0};
}

Finding wall_finding(std::string_view words) {
  return {"keyword_wall", "A wall of keywords is left out: " + quote(words), {}, 0};
}

std::vector<Finding> set_hostile_aside(Flow& flow) {
  std::vector<Finding> findings;
  const std::vector<TextRange> ranges = find_directed(flow.text);
  std::vector<Line> lines;
  std::size_t directed = 0, walls = 0;
  const auto report = [&](Finding finding, const TextRange& range, const Line& line, std::size_t& count) {
    finding.where = span_of(range, line);
    if (++count <= most_findings) findings.push_back(std::move(finding));
  };
  // Lines stand in the text in their order, so one pass over both will do.
  std::size_t next = 0;
  for (Line& line : flow.lines) {
    const auto end = line.begin + static_cast<std::uint32_t>(line.text.size());
    while (next < ranges.size() && ranges[next].end <= line.begin) ++next;
    std::size_t at = 0;
    bool cut = false;
    for (std::size_t i = next; i < ranges.size() && ranges[i].begin < end; ++i) {
      const TextRange inside{std::max(ranges[i].begin, line.begin), std::min(ranges[i].end, end)};
      if (ranges[i].begin >= line.begin)
        report(directed_finding(std::string_view(flow.text).substr(ranges[i].begin, ranges[i].end - ranges[i].begin)),
               ranges[i], line, directed);
      Line before = part_of(line, at, inside.begin - line.begin);
      if (!before.text.empty()) lines.push_back(std::move(before));
      at = inside.end - line.begin;
      cut = true;
    }
    Line rest = cut ? part_of(line, at, line.text.size()) : std::move(line);
    if (rest.text.empty() && cut) continue;
    if (is_keyword_wall(rest.text))
      report(wall_finding(rest.text), {rest.begin, rest.begin + static_cast<std::uint32_t>(rest.text.size())}, rest,
             walls);
    else
      lines.push_back(std::move(rest));
  }
  flow.lines = std::move(lines);
  return findings;
}

}  // namespace resumax::parse
