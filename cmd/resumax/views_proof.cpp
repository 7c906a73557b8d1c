#include "views.hpp"

#include <algorithm>

namespace resumax::app {
namespace {

std::string source_of(const service::BlameLine& line) {
  if (line.span.page > 0) return line.origin + ", page " + std::to_string(line.span.page);
  if (!line.span.empty()) return line.origin + " @" + std::to_string(line.span.begin);
  return line.origin;
}

/// "rules @113 #1 (local 2026-11-21)": of a suggestion, who accepted it and on which day.
std::string origin_of(const service::BlameLine& line) {
  if (line.suggestion == 0) return source_of(line);
  return source_of(line) + " #" + std::to_string(line.suggestion) + " (" + line.accepted_by +
         (line.accepted_by.empty() ? "" : " ") + moment(line.accepted_at).substr(0, 10) + ")";
}

std::string quoted(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "'" : ", '") + word + "'";
  return out;
}

}  // namespace

std::string blame_view(const std::vector<service::BlameLine>& lines, const Look& look) {
  int widest = 0;
  for (const auto& line : lines) widest = std::max(widest, columns(origin_of(line)));
  widest = std::min(widest, look.width / 2);
  std::string out;
  for (const auto& line : lines) {
    const auto first = pad(fit(origin_of(line), widest), widest) + "  ";
    out += line.suggestion > 0 ? look.style.good(first) : look.style.dim(first);
    out += fit(line.text, look.width - widest - 2) + "\n";
  }
  return out;
}

std::string verdict_view(std::string_view name, std::string_view proposed, const Verdict& verdict, const Look& look) {
  std::string out = wrapped(std::string(proposed), look.width,
                            (verdict.accepted ? look.style.good("✓ ") : look.style.bad("✗ ")) +
                                look.style.handle(name) + (name.empty() ? "" : "  "));
  if (verdict.accepted) return out;
  out += wrapped(verdict.reason, look.width, "    ");
  if (!verdict.words.empty()) out += wrapped("at fault: " + quoted(verdict.words), look.width, "    ");
  for (const auto& evidence : verdict.evidence)
    out += wrapped("looked at \"" + evidence.quote + "\" in " + evidence.path, look.width, "    ",
                   [&](const std::string& line) { return look.style.dim(line); });
  return out;
}

std::string verify_view(const std::vector<std::pair<std::string, Verdict>>& findings, const Look& look) {
  if (findings.empty()) return look.style.good("✓") + " every line is supported by its source\n";
  std::string out;
  for (const auto& [path, verdict] : findings) out += verdict_view("", path, verdict, look);
  return out + count(findings.size(), "line") + " not supported by the source\n";
}

}  // namespace resumax::app
