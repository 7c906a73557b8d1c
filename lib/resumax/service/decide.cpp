#include <resumax/service/decide.hpp>

#include <resumax/core/error.hpp>
#include <resumax/service/contents.hpp>

#include <algorithm>
#include <map>

namespace resumax::service {
namespace {

std::string number(int id) { return "suggestion " + std::to_string(id); }

std::string quoted(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "'" : ", '") + word + "'";
  return out;
}

[[noreturn]] void throw_rejected(const std::string& what, const Verdict& verdict) {
  std::string message = what + " is not supported by the resume";
  if (!verdict.reason.empty()) message += ": " + verdict.reason;
  // The reason often names the words already.
  if (!verdict.words.empty() && std::ranges::none_of(verdict.words, [&](const std::string& word) {
        return verdict.reason.find(word) != std::string::npos;
      }))
    message += " (" + quoted(verdict.words) + ")";
  throw Error(Errc::guard_rejected, message,
              "say only what the resume shows, or correct the resume itself: resumax resume edit");
}

/// The decisions of a list by suggestion, each checked against the optimization.
std::map<int, Decision> listed(const OptimizationDetail& optimization, const std::vector<Decision>& decisions) {
  std::map<int, Decision> by_id;
  for (const Decision& decision : decisions) {
    const auto found = std::ranges::find(optimization.suggestions, decision.suggestion, &Suggestion::id);
    const std::string name = number(decision.suggestion);
    if (found == optimization.suggestions.end())
      throw Error(Errc::invalid_input, optimization.record.identity.handle + " has no " + name,
                  optimization.suggestions.empty()
                      ? "nothing was proposed; --all makes a version that says what the resume says"
                      : "its suggestions are 1 to " + std::to_string(optimization.suggestions.size()));
    if (found->kind == SuggestionKind::gap && decision.kind != Decision::Kind::declined)
      throw Error(Errc::invalid_input, name + " is a question: it proposes nothing that could be accepted",
                  "where you have the experience, write it into the resume and optimize again");
    if (found->kind == SuggestionKind::reorder && decision.kind == Decision::Kind::edited)
      throw Error(Errc::invalid_input, name + " moves lines; it can be accepted or declined, not edited");
    if (!by_id.emplace(decision.suggestion, decision).second)
      throw Error(Errc::invalid_input, name + " is named twice");
  }
  return by_id;
}

/// An edit that gives the proposal or the original back is that, and no edit.
Decision settle(Decision decision, const Suggestion& suggestion) {
  if (decision.kind != Decision::Kind::edited) return {decision.suggestion, decision.kind, {}};
  decision.text = clean_line(decision.text);
  if (decision.text == suggestion.proposed) return {decision.suggestion, Decision::Kind::accepted, {}};
  if (decision.text == suggestion.original) return {decision.suggestion, Decision::Kind::declined, {}};
  if (decision.text.empty())
    throw Error(Errc::invalid_input, "the text for " + number(decision.suggestion) + " is empty",
                "decline the suggestion to keep the original");
  return decision;
}

bool is_chosen(const Suggestion& suggestion, const Accept& request) {
  switch (request.choice) {
    case Accept::Choice::all:
      return true;
    case Accept::Choice::safe:
      return !suggestion.uncertain;
    case Accept::Choice::section:
      return suggestion.section == request.section;
    case Accept::Choice::listed:
      return false;
  }
  return false;
}

}  // namespace

std::vector<Decision> decide(const OptimizationDetail& optimization, const Accept& request) {
  std::map<int, Decision> by_id;
  if (request.choice == Accept::Choice::listed) by_id = listed(optimization, request.decisions);
  std::vector<Decision> decisions;
  for (const Suggestion& suggestion : optimization.suggestions) {
    if (suggestion.kind == SuggestionKind::gap) continue;
    const auto said = by_id.find(suggestion.id);
    decisions.push_back(said != by_id.end() ? settle(said->second, suggestion)
                                            : Decision{suggestion.id,
                                                       is_chosen(suggestion, request) ? Decision::Kind::accepted
                                                                                      : Decision::Kind::declined,
                                                       {}});
  }
  const bool may_be_none = request.choice == Accept::Choice::all || request.choice == Accept::Choice::safe;
  if (!may_be_none &&
      std::ranges::all_of(decisions, [](const Decision& d) { return d.kind == Decision::Kind::declined; }))
    throw Error(Errc::invalid_input,
                request.choice == Accept::Choice::section
                    ? optimization.record.identity.handle + " proposes nothing for the section " +
                          std::string(to_string(request.section))
                    : "nothing of " + optimization.record.identity.handle + " was accepted",
                "resumax show " + optimization.record.identity.handle + " lists the suggestions");
  return decisions;
}

std::vector<diff::Pick> checked_picks(const std::vector<Suggestion>& suggestions,
                                      const std::vector<Decision>& decisions, const guard::Guard& guard) {
  std::vector<diff::Pick> picks;
  for (const Decision& decision : decisions) {
    if (decision.kind == Decision::Kind::declined) continue;
    const auto suggestion = std::ranges::find(suggestions, decision.suggestion, &Suggestion::id);
    const bool edited = decision.kind == Decision::Kind::edited;
    if (edited)
      if (const Verdict verdict = guard.check(suggestion->target, decision.text); !verdict.accepted)
        throw_rejected("your text for " + number(decision.suggestion), verdict);
    picks.push_back({&*suggestion, edited ? decision.text : suggestion->proposed});
  }
  return picks;
}

void require_supported(const guard::Guard& guard, const Resume& candidate) {
  const auto rejected = guard.check_all(candidate);
  if (!rejected.empty()) throw_rejected("the line at " + rejected.front().first, rejected.front().second);
}

std::vector<diff::Pick> all_proposals(const std::vector<Suggestion>& suggestions) {
  std::vector<diff::Pick> picks;
  for (const Suggestion& suggestion : suggestions)
    if (suggestion.kind != SuggestionKind::gap) picks.push_back({&suggestion, suggestion.proposed});
  return picks;
}

}  // namespace resumax::service
