#include "console.hpp"

#include "command.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <istream>
#include <ostream>

namespace resumax::app {
namespace {

constexpr std::int64_t progress_after = 1000;  // milliseconds

bool colour_wanted(const Io& io, const std::string& setting, bool terminal) {
  if (setting != "auto") return setting == "always";
  if (!terminal) return false;
  const auto no_color = io.environment("NO_COLOR");
  if (no_color && !no_color->empty()) return false;
  return io.environment("TERM").value_or("") != "dumb";
}

std::string pager_command(const Io& io, const std::string& setting) {
  for (const char* variable : {"RESUMAX_PAGER", "PAGER"}) {
    if (const auto command = io.environment(variable)) return *command;
    if (!setting.empty()) return setting;
  }
  return "less -FRX";
}

}  // namespace

void Console::configure(ConsoleOptions options) {
  options_ = std::move(options);
  const int width = std::clamp(io_.width, 20, 200);
  out_look_ = {Style(!options_.json && colour_wanted(io_, options_.color, io_.out_terminal)), width};
  err_look_ = {Style(!options_.json && colour_wanted(io_, options_.color, io_.err_terminal)), width};
}

void Console::print(std::string_view result) {
  clear_progress();
  io_.out << result;
}

void Console::page(const std::string& result) {
  clear_progress();
  const auto lines = std::count(result.begin(), result.end(), '\n');
  const auto command = pager_command(io_, options_.pager_command);
  const bool paged =
      options_.pager && io_.out_terminal && io_.page && lines >= io_.height && !command.empty() && command != "cat";
  if (!paged || !io_.page(command, result)) io_.out << result;
}

void Console::note(std::string_view line) {
  clear_progress();
  io_.out.flush();  // on a terminal both streams are one: what was said first stands first
  io_.err << line << '\n' << std::flush;
}

void Console::warn(std::string_view code, std::string_view message) {
  if (options_.json) return;  // the record holds its findings
  note(err_look_.style.doubt("warning") + "[" + std::string(code) + "]: " + std::string(message));
}

void Console::warn(const std::vector<Finding>& findings) {
  for (const auto& finding : findings) warn(finding.code, finding.message);
}

void Console::next(std::string_view command) {
  if (io_.err_terminal && !options_.json) note(err_look_.style.dim("next: " + std::string(command)));
}

void Console::need_terminal(const std::string& question, std::string_view flag) const {
  if (!io_.in_terminal || !io_.err_terminal)
    throw UsageError(question + " (there is no terminal to ask on)", "answer with " + std::string(flag));
}

bool Console::confirm(const std::string& question, std::string_view flag) {
  need_terminal(question, flag);
  clear_progress();
  io_.err << question << " [y/N] " << std::flush;
  std::string line;
  return read_line(line) && (line == "y" || line == "Y" || line == "yes");
}

std::string Console::ask(const std::string& question, std::string_view flag) {
  need_terminal(question, flag);
  clear_progress();
  std::string line;
  do {
    io_.err << question << ": " << std::flush;
    if (!read_line(line)) throw UsageError(question + " was not answered", "answer with " + std::string(flag));
  } while (line.find_first_not_of(" \t") == std::string::npos);
  return line;
}

bool Console::read_line(std::string& line) {
  const bool got = static_cast<bool>(std::getline(io_.in, line));
  if (io_.interrupted && io_.interrupted()) throw Error(Errc::interrupted, "interrupted");
  if (!got) io_.err << '\n';
  return got;
}

void Console::progress(std::string_view stage, std::size_t done, std::size_t total) {
  if (!io_.err_terminal || options_.json) return;
  const auto now = io_.clock.now();
  if (progress_since_ == 0) progress_since_ = now;
  if (now - progress_since_ < progress_after) return;
  std::string line(stage);
  if (total > 0) line += " " + std::to_string(done) + "/" + std::to_string(total);
  io_.err << "\r\033[K" << fit(line, err_look_.width - 1) << std::flush;
  progress_shown_ = true;
}

void Console::clear_progress() {
  if (progress_shown_) io_.err << "\r\033[K" << std::flush;
  progress_shown_ = false;
  progress_since_ = 0;
}

std::string error_text(std::string_view code, std::string_view message, std::string_view hint, bool json,
                       const Style& style) {
  if (json) {
    nlohmann::json record{{"error", {{"code", code}, {"message", message}, {"hint", hint}}}};
    return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  std::string text = style.bad("error") + "[" + std::string(code) + "]: " + std::string(message) + "\n";
  if (!hint.empty()) text += style.bold("hint") + ": " + std::string(hint) + "\n";
  return text;
}

}  // namespace resumax::app
