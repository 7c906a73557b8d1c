#include "pick.hpp"

#include "command.hpp"
#include "input.hpp"
#include "views.hpp"

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <ostream>

namespace resumax::app {
namespace {

using Kind = service::Decision::Kind;

constexpr std::string_view explanation =
    "y - take this change\nn - leave it\na - take this and the rest of its section\nd - leave this and the rest of its "
    "section\ne - edit the line, then take it\nq - stop: what was taken stays taken, the rest is left\n? - this list\n";

/// The edited text: the lines that are no comment, as one.
std::string uncommented(const std::string& text) {
  std::string out;
  for (const auto line : text::split_lines(text)) {
    if (line.starts_with("#")) continue;
    out += (out.empty() ? "" : " ") + std::string(line);
  }
  return text::squeeze(out);
}

bool can_edit(const Suggestion& suggestion) { return suggestion.kind != SuggestionKind::reorder; }

class Picker {
 public:
  Picker(Context& context, service::Service& service, service::OptimizationDetail detail)
      : context_(context), service_(service), detail_(std::move(detail)) {
    for (const auto& suggestion : detail_.suggestions)
      if (suggestion.kind != SuggestionKind::gap) asked_.push_back(&suggestion);
  }

  std::optional<Picked> run() {
    std::size_t at = 0;
    while (at < asked_.size() && ask(at)) {
    }
    if (decisions_.empty()) return std::nullopt;
    return Picked{detail_.record.identity.id, decisions_};
  }

 private:
  /// Asks about one, moving `at` past what is decided; false to stop.
  bool ask(std::size_t& at) {
    const auto& suggestion = *asked_[at];
    const auto title = "(" + std::to_string(at + 1) + "/" + std::to_string(asked_.size()) + ") ";
    context_.console.note(suggestion_view(suggestion, title, context_.console.err_look()));
    for (;;) {
      const auto keys = std::string("y,n,a,d") + (can_edit(suggestion) ? ",e" : "") + ",q,?";
      context_.io.err << context_.console.err_look().style.bold("Take this change [" + keys + "]? ") << std::flush;
      std::string line;
      if (!context_.console.read_line(line)) return false;
      const char key = line.empty() ? ' ' : line.front();
      if (key == 'q') return false;
      if (key == 'y' || key == 'n') {
        if (key == 'y') take(suggestion);
        ++at;
        return true;
      }
      if (key == 'a' || key == 'd') {
        for (const auto section = suggestion.section; at < asked_.size() && asked_[at]->section == section; ++at)
          if (key == 'a') take(*asked_[at]);
        return true;
      }
      if (key == 'e' && can_edit(suggestion)) {
        if (!edit(suggestion)) continue;
        ++at;
        return true;
      }
      context_.console.note(explanation);
    }
  }

  /// What the editor leaves; "" where it fails, which is said.
  std::string in_editor(const Suggestion& suggestion) {
    std::string text = suggestion.proposed + "\n\n";
    if (!suggestion.original.empty()) text += "# was: " + suggestion.original + "\n";
    if (!suggestion.reason.empty()) text += "# why: " + suggestion.reason + "\n";
    text += "# Lines that start with # are left out. An empty text is no change.\n";
    try {
      return edit_text(context_, text, ".txt");
    } catch (const Error& error) {
      context_.check_interrupted();
      context_.console.note(
          error_text(to_string(error.code()), error.what(), error.hint(), false, context_.console.err_look().style));
      return {};
    }
  }

  void take(const Suggestion& suggestion) { decisions_.push_back({suggestion.id, Kind::accepted, ""}); }

  /// Takes the edited line if the source supports it; says what is at fault otherwise.
  bool edit(const Suggestion& suggestion) {
    const auto edited = uncommented(in_editor(suggestion));
    if (edited.empty()) {
      context_.console.note("no text, no change");
      return false;
    }
    if (edited == suggestion.proposed) {
      take(suggestion);
      return true;
    }
    const auto verdict = service_.guard(source(), {{suggestion.target, edited}}).front();
    context_.console.note(verdict_view("", edited, verdict, context_.console.err_look()));
    if (!verdict.accepted) return false;
    decisions_.push_back({suggestion.id, Kind::edited, edited});
    return true;
  }

  const Resume& source() {
    if (!source_) source_ = service_.get_resume(detail_.record.resume.id).parsed.resume;
    return *source_;
  }

  Context& context_;
  service::Service& service_;
  service::OptimizationDetail detail_;
  std::optional<Resume> source_;
  std::vector<const Suggestion*> asked_;
  std::vector<service::Decision> decisions_;
};

}  // namespace

std::optional<Picked> pick_interactively(Context& context, service::Service& service, const std::string& reference) {
  if (!context.io.in_terminal || !context.io.err_terminal)
    throw UsageError("-p asks on a terminal, and there is none",
                     "choose with --all, --safe, --suggestion N,N or --section NAME");
  return Picker(context, service, service.get_optimization(reference)).run();
}

}  // namespace resumax::app
