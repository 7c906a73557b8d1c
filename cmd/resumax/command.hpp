#pragma once

#include <resumax/core/error.hpp>
#include <resumax/core/names.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::app {

class Context;

/// A command line that cannot be meant: exit code 2.
class UsageError : public Error {
 public:
  explicit UsageError(const std::string& message, std::string hint = {})
      : Error(Errc::invalid_input, message, std::move(hint)) {}
};

/// What the shell offers for a value.
enum class Offer {
  nothing,
  files,
  folders,
  resumes,
  resumes_or_files,
  postings,
  postings_or_files,
  optimizations,
  versions,
  objects,
  settings,
  verbs,
};

/// An option, a flag (no `value`) or a positional (no leading dash). Texts are literals: building a command copies
/// none.
struct Parameter {
  std::string_view name;   ///< "--format", or "RESUME" for a positional
  char letter = 0;         ///< 'f' for -f
  std::string_view value;  ///< what stands for an option's value in help: "FORMAT"
  std::string_view help;
  std::vector<std::string_view> words;  ///< the only values, where they can be listed
  Offer offer = Offer::nothing;
  bool required = false, repeated = false;
  std::function<void(const std::string&)> set;

  bool positional() const { return name.front() != '-'; }
  bool flag() const { return !positional() && value.empty(); }
};

struct Example {
  std::string_view line, note;
};

/// Sinks: how a word of the command line gets into a member of a request. Enumerations read their Names table.
namespace bind {
inline auto to(std::string& target) {
  return [&target](const std::string& word) { target = word; };
}
inline auto to(std::optional<std::string>& target) {
  return [&target](const std::string& word) { target = word; };
}
inline auto to(std::vector<std::string>& target) {
  return [&target](const std::string& word) { target.push_back(word); };
}
inline auto to(bool& target) {
  return [&target](const std::string&) { target = true; };
}
std::function<void(const std::string&)> to(std::size_t& target);
template <class E>
requires std::is_enum_v<E>
auto to(std::optional<E>& target) {
  return [&target](const std::string& word) { target = parse_name<E>(word); };
}

template <class T>
struct Words {
  static std::vector<std::string_view> list() { return {}; }
};
template <class E>
requires std::is_enum_v<E>
struct Words<std::optional<E>> {
  static std::vector<std::string_view> list() {
    std::vector<std::string_view> words;
    for (const auto& entry : Names<E>::table) words.push_back(entry.second);
    return words;
  }
};
template <class T>
inline constexpr bool many = std::is_same_v<T, std::vector<std::string>>;
}  // namespace bind

/// A verb as data: parsing, help, completions and man pages all read it.
class Command {
 public:
  using Run = std::function<int(Context&)>;
  struct Child {
    std::string_view name, summary;
    void (*build)(Command&);
    std::string_view group;  ///< of the overview; "" hides it there
  };

  Command(std::string path, std::string_view summary) : path_(std::move(path)), summary_(summary) {}

  /// Paragraphs parted by a blank line, for the man page.
  Command& description(std::string_view text) { return description_ = text, *this; }
  Command& example(std::string_view line, std::string_view note) { return examples_.push_back({line, note}), *this; }
  Command& run(Run run) { return run_ = std::move(run), *this; }
  Command& child(std::string_view name, std::string_view summary, void (*build)(Command&),
                 std::string_view group = {}) {
    return children_.push_back({name, summary, build, group}), *this;
  }

  /// `names` is "--output" or "-o,--output".
  template <class T>
  Command& option(std::string_view names, std::string_view value, std::string_view help, T& target,
                  Offer offer = Offer::nothing) {
    return insert({names, 0, value, help, bind::Words<T>::list(), offer, false, bind::many<T>, bind::to(target)});
  }
  /// The same for a value that no member takes as it stands.
  Command& option_with(std::string_view names, std::string_view value, std::string_view help,
                       std::function<void(const std::string&)> set, std::vector<std::string_view> words = {},
                       Offer offer = Offer::nothing) {
    return insert({names, 0, value, help, std::move(words), offer, false, true, std::move(set)});
  }
  Command& flag(std::string_view names, std::string_view help, bool& target) {
    return insert({names, 0, {}, help, {}, Offer::nothing, false, false, bind::to(target)});
  }
  Command& dry_run(bool& target) { return flag("-n,--dry-run", "say what would happen and change nothing", target); }

  template <class T>
  Command& positional(std::string_view name, std::string_view help, T& target, Offer offer = Offer::nothing) {
    return insert({name, 0, {}, help, bind::Words<T>::list(), offer, true, bind::many<T>, bind::to(target)});
  }
  template <class T>
  Command& optional(std::string_view name, std::string_view help, T& target, Offer offer = Offer::nothing) {
    return insert({name, 0, {}, help, bind::Words<T>::list(), offer, false, bind::many<T>, bind::to(target)});
  }
  /// The words of the last positional, where its type does not list them.
  Command& words(std::vector<std::string_view> words) { return parameters_.back().words = std::move(words), *this; }

  const std::string& path() const { return path_; }  ///< "resume add"
  std::string_view summary() const { return summary_; }
  std::string_view description() const { return description_; }
  const std::vector<Example>& examples() const { return examples_; }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  const std::vector<Child>& children() const { return children_; }
  Command make_child(const Child& child) const;
  int operator()(Context& context) const { return run_(context); }

 private:
  Command& insert(Parameter parameter);

  std::string path_;
  std::string_view summary_, description_;
  std::vector<Example> examples_;
  std::vector<Parameter> parameters_;
  std::vector<Child> children_;
  Run run_;
};

/// Hands the words to the parameters of `command` and `globals` and returns the positional ones. With `leading`, it
/// stops at the first positional and returns it and all that follows, untouched.
std::vector<std::string> parse_words(const Command& command, const Command& globals, std::vector<std::string> words,
                                     bool leading);
/// Throws where one of the command's required positionals is not among `positionals` words.
void check_required(const Command& command, std::size_t positionals);
/// "unknown verb 'expor'", with the nearest one in the hint.
[[noreturn]] void throw_unknown(std::string_view what, std::string_view word,
                                const std::vector<std::string_view>& known, const std::string& help);

}  // namespace resumax::app
