#include "views.hpp"

#include <resumax/core/outline.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace resumax::app {
namespace {

constexpr int readable = 100;

std::string plain(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

/// The lines of a change, each with its sign; word differences are highlighted where both sides are one line.
std::string change_view(const Suggestion& suggestion, int width, const Style& style) {
  const bool lines =
      suggestion.original.find('\n') != std::string::npos || suggestion.proposed.find('\n') != std::string::npos;
  const auto side = [&](std::string_view text, std::string_view sign, auto paint) {
    std::string out;
    for (std::size_t at = 0; at <= text.size() && !text.empty();) {
      const auto end = std::min(text.find('\n', at), text.size());
      out += wrapped(text.substr(at, end - at), width, paint(std::string(sign)), paint);
      at = end + 1;
    }
    return out;
  };
  const auto removed = [&](const std::string& text) { return style.bad(text); };
  const auto added = [&](const std::string& text) { return style.good(text); };
  if (lines && suggestion.kind == SuggestionKind::reorder) {
    std::string out;
    std::size_t number = 0, at = 0;
    while (at <= suggestion.proposed.size() && number < suggestion.order.size()) {
      const auto end = std::min(suggestion.proposed.find('\n', at), suggestion.proposed.size());
      const int from = suggestion.order[number];
      const bool moved = from != static_cast<int>(number);
      const auto sign =
          pad_left(std::to_string(from + 1), 2) + (moved ? " → " : "   ") + std::to_string(number + 1) + "  ";
      const auto line = fit(suggestion.proposed.substr(at, end - at), width - columns(sign));
      out += (moved ? style.good(sign) : style.dim(sign)) + line + "\n";
      at = end + 1;
      ++number;
    }
    return out;
  }
  std::string merged;
  for (const Evidence& line : suggestion.merged) merged += side(line.quote, "- ", removed);
  return side(suggestion.original, "- ", removed) + merged + side(suggestion.proposed, "+ ", added);
}

std::string counts_by_kind(const std::vector<Suggestion>& suggestions) {
  std::map<SuggestionKind, std::size_t> kinds;
  for (const auto& suggestion : suggestions)
    if (suggestion.kind != SuggestionKind::gap) ++kinds[suggestion.kind];
  std::string out;
  for (const auto& [kind, number] : kinds)
    out += (out.empty() ? "" : ", ") + std::to_string(number) + " " + plain(to_string(kind));
  return out;
}

std::string gaps_view(const std::vector<Suggestion>& suggestions, int width, const Style& style) {
  std::string out;
  for (const auto& suggestion : suggestions)
    if (suggestion.kind == SuggestionKind::gap) out += wrapped(suggestion.reason, width, style.doubt("  ? "));
  return out.empty() ? "" : "\n" + style.bold("Questions: only you know") + "\n" + out;
}

/// What tells one reordering from another in a list: the topmost line that moves.
std::string first_moved(const Suggestion& suggestion) {
  std::size_t at = 0;
  for (std::size_t line = 0; line < suggestion.order.size(); ++line) {
    const auto end = std::min(suggestion.proposed.find('\n', at), suggestion.proposed.size());
    if (suggestion.order[line] != static_cast<int>(line)) return suggestion.proposed.substr(at, end - at);
    if (end == suggestion.proposed.size()) break;
    at = end + 1;
  }
  return suggestion.proposed;
}

/// One line of the list: number, what, where, gain.
std::string suggestion_row(const Suggestion& suggestion, int width, const Style& style) {
  const auto gained = suggestion.score_delta > 0.05 ? gain(suggestion.score_delta) : "";
  const auto number = pad_left(std::to_string(suggestion.id), 4) + (suggestion.uncertain ? "? " : "  ");
  const auto kind = pad(plain(to_string(suggestion.kind)), 15);
  auto text = suggestion.kind == SuggestionKind::reorder ? "up: " + first_moved(suggestion) : suggestion.proposed;
  std::replace(text.begin(), text.end(), '\n', ' ');
  const int room = width - columns(number) - 15 - 7;
  if (room < 20)
    return style.handle(number) + plain(to_string(suggestion.kind)) + "  " + style.good(gained) + "\n      " +
           fit(text, width - 6) + "\n";
  const auto line = fit(text, room);
  return style.handle(number) + style.dim(kind) +
         (gained.empty() ? line : pad(line, room) + style.good(pad_left(gained, 7))) + "\n";
}

}  // namespace

std::string score_line(const service::OptimizationRecord& record, const Look& look) {
  const auto line = "score " + points(record.score) + " → " + points(record.score_after) + " with everything proposed" +
                    (record.ceiling > record.score_after + 0.05 ? "; honest ceiling " + points(record.ceiling) : "");
  return wrapped(line, look.width, "", [&](const std::string& text) { return look.style.bold(text); });
}

std::string suggestion_view(const Suggestion& suggestion, std::string_view title, const Look& look) {
  const int width = std::min(look.width, readable);
  std::string head =
      std::string(title) + plain(to_string(suggestion.kind)) + ", " + plain(to_string(suggestion.section));
  if (suggestion.uncertain) head += "  (uncertain)";
  const auto gained = std::abs(suggestion.score_delta) < 0.05 ? "" : gain(suggestion.score_delta);
  std::string out = pad(look.style.bold(fit(head, width - 8)), width - 8) + look.style.good(pad_left(gained, 8)) + "\n";
  if (suggestion.kind == SuggestionKind::gap) return out + wrapped(suggestion.reason, width, "? ");
  out += change_view(suggestion, width, look.style);
  const auto dim = [&](const std::string& text) { return look.style.dim(text); };
  if (!suggestion.reason.empty()) out += wrapped(suggestion.reason, width, dim("  why       "), dim);
  std::string gained_words;
  for (const auto& word : suggestion.keywords_gained) gained_words += (gained_words.empty() ? "" : ", ") + word;
  if (!gained_words.empty()) out += wrapped(gained_words, width, dim("  gains     "), dim);
  for (const auto& evidence : suggestion.evidence)
    out += wrapped("\"" + evidence.quote + "\" in " + evidence.path, width, dim("  evidence  "), dim);
  return out;
}

namespace {

std::string heading_view(const service::OptimizationDetail& detail, const Look& look) {
  const auto& record = detail.record;
  const int width = std::min(look.width, readable);
  std::string out =
      wrapped(record.resume_title + " for " + record.posting_title + (record.reused ? " (as before)" : ""), width,
              look.style.handle(record.identity.handle) + "  ");
  if (!record.instructions.empty())
    out += wrapped((record.refined.handle.empty() ? "" : record.refined.handle + " with ") + record.instructions, width,
                   look.style.dim("refines "));
  return out + (record.failure ? look.style.bad(record.failure->message) + "\n" : score_line(record, look));
}

std::string warnings_view(const service::OptimizationDetail& detail, int width, const Style& style) {
  std::string out;
  for (const auto& warning : detail.warnings) out += wrapped(warning, width, style.doubt("! "));
  return out;
}

}  // namespace

std::string optimization_view(const service::OptimizationDetail& detail, const Look& look) {
  std::string out = heading_view(detail, look);
  if (detail.record.failure) return out;
  const int width = std::min(look.width, readable);
  const auto kinds = counts_by_kind(detail.suggestions);
  if (!kinds.empty()) out += "\n" + look.style.bold("Proposed") + look.style.dim(": " + kinds) + "\n";
  for (const auto& suggestion : detail.suggestions)
    if (suggestion.kind != SuggestionKind::gap) out += suggestion_row(suggestion, width, look.style);
  out += gaps_view(detail.suggestions, width, look.style);
  if (!detail.rejected.empty())
    out +=
        "\n" + wrapped(count(detail.rejected.size(), "idea") + " sent back by the guard: the resume does not support " +
                           (detail.rejected.size() == 1 ? "it" : "them"),
                       width);
  return out + warnings_view(detail, width, look.style);
}

std::string optimization_full_view(const service::OptimizationDetail& detail, const Look& look) {
  std::string out = heading_view(detail, look);
  const int width = std::min(look.width, readable);
  for (const auto& suggestion : detail.suggestions)
    if (suggestion.kind != SuggestionKind::gap)
      out += "\n" + suggestion_view(suggestion, std::to_string(suggestion.id) + "  ", look);
  out += gaps_view(detail.suggestions, width, look.style);
  if (!detail.rejected.empty()) out += "\n" + look.style.bold("Sent back by the guard") + "\n";
  for (const auto& [suggestion, verdict] : detail.rejected) out += verdict_view("", suggestion.proposed, verdict, look);
  return out + warnings_view(detail, width, look.style);
}

}  // namespace resumax::app
