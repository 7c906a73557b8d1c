#pragma once

#include <resumax/optimize/analyze.hpp>

#include <optional>
#include <string_view>
#include <vector>

/// The proposing stage. Each function looks for one kind of change over the whole resume; none asks the guard.
namespace resumax::optimize {

/// rephrase, align_term and format, composed: one suggestion a line, of the strongest kind, the reasons joined.
std::vector<Suggestion> propose_texts(const Analysis& analysis);
/// The same for one line, without rephrasing: what is left where the guard refuses the whole.
std::optional<Suggestion> propose_careful_text(const Analysis& analysis, std::string_view path);
/// The most relevant highlights of a role and the wanted skills of a list first.
std::vector<Suggestion> propose_orders(const Analysis& analysis);
/// Where to put a wanted keyword into a list so that no reordering is due afterwards; none: at its end.
std::optional<int> place_for_wanted(const Analysis& analysis, const std::vector<Text>& keywords);
/// Whether a list's items are parts of items ("Widget Suite 3", "4") or of groups.
bool fell_apart(const std::vector<Text>& keywords);
/// Skills that the posting wants and the resume's lines show, missing from its skills list.
std::vector<Suggestion> propose_skills(const Analysis& analysis);
/// A skill that says too little to name: a field that others belong to ("sales"), a common noun among tools.
bool is_generic(const Analysis& analysis, std::uint16_t skill, const std::string& wording);
/// A summary made of facts, where the resume has none; the years are computed from its dates.
std::optional<Suggestion> make_summary(const Analysis& analysis, bool with_years);
/// Highlights of one role that say the same twice.
std::vector<Suggestion> propose_trims(const Analysis& analysis);
/// Lines of one role that differ in one part, as one line that has both parts; none that is in `taken` already.
std::vector<Suggestion> propose_merges(const Analysis& analysis, const std::vector<Suggestion>& taken);
/// Questions: what the posting asks for and the resume does not show.
std::vector<Suggestion> propose_gaps(const Analysis& analysis);
/// The usual heading where a section has an unusual one, and headings without signs around them.
std::vector<Suggestion> propose_headings(const Analysis& analysis);
/// As headline a title that was held and answers the posting's better than the one there.
std::optional<Suggestion> make_headline(const Analysis& analysis);
/// Questions about lines that say what was done and not how much.
std::vector<Suggestion> propose_questions(const Analysis& analysis);

/// The roles that are present or ended last, by their index, at most so many.
std::vector<std::size_t> recent_roles(const Resume& resume, std::size_t most);

/// All of them that the strategy allows, at most one text suggestion per target, in the order of the resume.
std::vector<Suggestion> propose(const Analysis& analysis);

}  // namespace resumax::optimize
