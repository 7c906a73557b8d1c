#include "world.hpp"

#include <cstdio>

namespace resumax::test {

std::string CountingIds::next() {
  char text[40];
  std::snprintf(text, sizeof text, "%08x-0000-4000-8000-000000000000", ++count_);
  return text;
}

World::World() = default;

void World::put_fixture(std::string_view name) const {
  const std::filesystem::path path(name);
  put(path.filename().string(), read_file(fixture(name)));
}

Ran World::run(std::initializer_list<std::string> words, std::string input) {
  return run(std::vector<std::string>(words), std::move(input));
}

Ran World::run(std::vector<std::string> words, std::string input) {
  std::istringstream in(std::move(input));
  std::ostringstream out, err;
  app::Io io{in, out, err, clock_, ids_};
  io.in_terminal = in_terminal;
  io.out_terminal = out_terminal;
  io.err_terminal = err_terminal;
  io.width = width;
  io.home = io.folder = folder();
  io.program = program("resumax");
  io.environment = [this](const std::string& name) -> std::optional<std::string> {
    const auto found = environment.find(name);
    return found == environment.end() ? std::nullopt : std::optional(found->second);
  };
  io.interrupted = [this] { return interrupted; };
  io.page = [this](const std::string& command, const std::string& text) {
    paged.push_back(command + "\n" + text);
    return true;
  };
  io.edit = [this](const std::string&, const std::filesystem::path& file) {
    if (!edited.empty()) write_file(file, edited);
    return 0;
  };
  io.open_service = open_service;
  io.read_resume = read_resume;
  std::vector<const char*> arguments{"resumax"};
  for (const auto& word : words) arguments.push_back(word.c_str());
  const int code = app::run(static_cast<int>(arguments.size()), arguments.data(), io);
  return {code, out.str(), err.str()};
}

std::string without_folder(std::string text, const World& world) {
  const auto folder = world.folder().string();
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
    text.replace(at, folder.size(), "~");
  return text;
}

}  // namespace resumax::test
