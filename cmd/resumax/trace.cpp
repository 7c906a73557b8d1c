#include "trace.hpp"

#include <resumax/core/error.hpp>
#include <resumax/service/json.hpp>

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

std::string field(std::string_view key, std::string_view value) {
  return ",\"" + std::string(key) +
         "\":" + nlohmann::json(std::string(value)).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void Trace::open(const std::filesystem::path& file) {
  started_ = clock_.now();
  file_.emplace(file, std::ios::binary | std::ios::app);
  if (!*file_)
    throw Error(Errc::storage_error, "cannot write the trace " + file.string(), "RESUMAX_TRACE names a file");
}

void Trace::write(const std::string& fields) {
  if (!file_) return;
  const auto now = clock_.now();
  *file_ << "{\"at\":\"" << service::format_time(now) << "\",\"ms\":" << now - started_ << fields << "}\n"
         << std::flush;
}

void Trace::event(std::string_view name, std::string_view key, std::string_view value) {
  if (file_) write(field("event", name) + (key.empty() ? "" : field(key, value)));
}

void Trace::step(std::string_view stage, std::size_t done, std::size_t total) {
  if (file_)
    write(field("event", "step") + field("stage", stage) + ",\"done\":" + std::to_string(done) +
          ",\"total\":" + std::to_string(total));
}

void Trace::end(int exit_code) {
  if (file_) write(field("event", "end") + ",\"exit\":" + std::to_string(exit_code));
}

}  // namespace resumax::app
