#pragma once

#include <resumax/app.hpp>

#include <tests/support/files.hpp>

#include <initializer_list>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace resumax::test {

/// A clock that moves one second a look, from 2026-03-09T14:05:00Z.
class StepClock final : public Clock {
 public:
  std::int64_t now() override { return at_ += 1000; }

 private:
  std::int64_t at_ = 1773065099000;
};

/// UUIDs in a row: 00000001-…, 00000002-….
class CountingIds final : public Ids {
 public:
  std::string next() override;

 private:
  int count_ = 0;
};

struct Ran {
  int code = 0;
  std::string out, err;
};

/// A world for runs of the program in process: its own folder (home and current), streams, environment, clock and ids.
class World {
 public:
  World();

  Ran run(std::initializer_list<std::string> words, std::string input = {});
  Ran run(std::vector<std::string> words, std::string input = {});

  std::filesystem::path folder() const { return folder_.path(); }
  /// Puts a file into the current folder.
  void put(std::string_view name, std::string_view bytes) const { write_file(folder() / name, bytes); }
  void put_fixture(std::string_view name) const;
  std::string get(std::string_view name) const { return read_file(folder() / name); }
  bool has(std::string_view name) const { return std::filesystem::exists(folder() / name); }

  std::map<std::string, std::string> environment;
  bool in_terminal = false, out_terminal = false, err_terminal = false;
  int width = 80;
  bool interrupted = false;
  std::vector<std::string> paged;  ///< what went through the pager, as "command\ntext"
  std::string edited;              ///< what the editor leaves in the file; "" leaves it alone
  decltype(app::Io::open_service) open_service = service::open_local_service;
  decltype(app::Io::read_resume) read_resume = service::read_resume;

 private:
  TemporaryFolder folder_;
  StepClock clock_;
  CountingIds ids_;
};

/// The text with the world's folder written as "~".
std::string without_folder(std::string text, const World& world);

}  // namespace resumax::test
