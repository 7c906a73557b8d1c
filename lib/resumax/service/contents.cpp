#include <resumax/service/contents.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/service/json.hpp>
#include <resumax/service/workspace.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <chrono>

namespace resumax::service {

std::string encode(const Resume& resume) {
  return storable({{"resume", to_json(resume)}, {"fields", field_notes(resume)}});
}

std::string encode(const JobDescription& posting) { return storable(to_json(posting)); }

Resume decode_resume(const std::string& text) {
  return from_store([&] {
    const auto json = stored_json(text);
    Resume resume = resume_from_json(json.at("resume"));
    apply_field_notes(resume, json.at("fields"));
    return resume;
  });
}

JobDescription decode_posting(const std::string& text) {
  return from_store([&] { return posting_from_json(stored_json(text)); });
}

Date day_of(std::int64_t time) {
  using namespace std::chrono;
  const year_month_day day(floor<days>(sys_time<milliseconds>(milliseconds(time))));
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string clean_line(const std::string& text) { return text::squeeze(text::to_utf8(text)); }

std::string one_decimal(double value) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1).ptr;
  return {text.data(), end};
}

void check_size(const std::string& bytes, const std::string& filename, std::uint64_t limit, const std::string& what) {
  const std::string name = filename.empty() ? "the " + what : filename;
  if (bytes.empty()) throw Error(Errc::invalid_input, name + " is empty");
  if (bytes.size() <= limit) return;
  constexpr double megabyte = 1 << 20;
  throw Error(Errc::size_exceeded,
              name + " has " + one_decimal(static_cast<double>(bytes.size()) / megabyte) + " MB; a " + what +
                  " may have " + one_decimal(static_cast<double>(limit) / megabyte),
              "export it again with smaller pictures, or raise the limit: -c limits." +
                  std::string(what == "resume" ? "resume" : "posting") + "=SIZE");
}

std::string stem_of(const std::string& filename) {
  if (filename == "-") return {};
  const auto name = filename.substr(filename.find_last_of('/') + 1);
  const auto dot = name.find_last_of('.');
  return clean_line(dot == std::string::npos || dot == 0 ? name : name.substr(0, dot));
}

}  // namespace resumax::service
