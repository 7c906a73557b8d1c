#pragma once

#include "io.hpp"
#include "layout.hpp"

#include <resumax/core/error.hpp>
#include <resumax/core/parsed.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::app {

/// What the flags and settings say about output.
struct ConsoleOptions {
  bool json = false, pager = true;
  std::string color = "auto";  ///< auto, always, never
  std::string pager_command;   ///< of the settings, "" when unset
};

/// Where a run's words go: results to standard output, everything else to standard error.
class Console {
 public:
  explicit Console(Io& io) : io_(io) {}
  void configure(ConsoleOptions options);
  bool json() const { return options_.json; }

  const Look& look() const { return out_look_; }  ///< for results
  const Look& err_look() const { return err_look_; }

  void print(std::string_view result);
  /// A result that may be long: through the pager on a terminal it does not fit.
  void page(const std::string& result);
  void note(std::string_view line);
  void warn(std::string_view code, std::string_view message);
  void warn(const std::vector<Finding>& findings);
  /// Advice on the next command; on a terminal only.
  void next(std::string_view command);

  /// Both throw UsageError naming the flag that answers where there is no terminal to ask on.
  bool confirm(const std::string& question, std::string_view flag);
  std::string ask(const std::string& question, std::string_view flag);
  /// A line of the terminal's input; false at its end. Throws interrupted.
  bool read_line(std::string& line);

  void progress(std::string_view stage, std::size_t done, std::size_t total);
  void clear_progress();

 private:
  void need_terminal(const std::string& question, std::string_view flag) const;

  Io& io_;
  ConsoleOptions options_;
  Look out_look_, err_look_;
  std::int64_t progress_since_ = 0;
  bool progress_shown_ = false;
};

/// "error[code]: message" and "hint: …" for people, or {"error":{…}} with `json`.
std::string error_text(std::string_view code, std::string_view message, std::string_view hint, bool json,
                       const Style& style);

}  // namespace resumax::app
