#pragma once

#include <resumax/core/error.hpp>
#include <resumax/core/ports.hpp>
#include <resumax/document/document.hpp>
#include <resumax/service/local_service.hpp>
#include <resumax/store/database.hpp>
#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <memory>
#include <string>

namespace resumax::test {

/// "%PDF-1.7 <word> …": the word says what becomes of it; the lines after it are the document's.
class FakeExtractor final : public Extractor {
 public:
  document::Document extract(std::string_view bytes, std::string_view) override {
    ++calls;
    const auto has = [&](std::string_view word) { return bytes.find(word) != std::string_view::npos; };
    if (has("locked") && !unlocked) throw Error(Errc::encrypted, "needs a password", "save it without one");
    if (has("scanned")) throw Error(Errc::no_text_layer, "made of pictures");
    if (has("damaged")) throw Error(Errc::parse_failed, "damaged");
    if (has("foreign")) throw Error(Errc::unsupported_format, "no resume at all");
    if (has("stopped")) throw Error(Errc::interrupted, "stopped");
    return document::from_text(bytes.substr(bytes.find('\n') + 1), document::Format::text);
  }
  int calls = 0;
  bool unlocked = false;
};

class FakeClock final : public Clock {
 public:
  std::int64_t now() override { return time += 1000; }
  std::int64_t time = 1'773'000'000'000;  // 2026-03-08
};

class FakeIds final : public Ids {
 public:
  std::string next() override {
    std::string digits = std::to_string(++count);
    return digits + std::string(8 - digits.size(), 'a') + "-0000-4000-8000-000000000000";
  }
  int count = 0;
};

class FakeProgress final : public Progress {
 public:
  void step(std::string_view stage, std::size_t, std::size_t) override {
    if (on_step) on_step(stage);
  }
  std::function<void(std::string_view)> on_step;
};

inline constexpr std::string_view resume_json = R"({
  "basics": {"name": "Mara Lindqvist", "email": "mara@example.org",
             "summary": "Backend developer with seven years of experience in payment systems."},
  "work": [
    {"name": "Norrvik Payments", "position": "Senior Developer", "startDate": "2019-03",
     "highlights": ["Built a settlement service in Python and PostgreSQL for 3 million payments a day",
                    "Wrote k8s deployment manifests",
                    "Reduced nightly batch time by 40%"]},
    {"name": "Fjallsta Systems", "position": "Developer", "startDate": "2016-01", "endDate": "2019-02",
     "highlights": ["Maintained REST APIs in Java"]}],
  "education": [{"institution": "Uppsala Institute", "studyType": "BSc", "area": "Computer Science", "endDate": "2015"}],
  "skills": [{"name": "Tools", "keywords": ["Python", "PostgreSQL", "Docker"]}]
})";

inline constexpr std::string_view posting_text = R"(Senior Backend Engineer

Company: Halden Freight
Location: Gothenburg

About the role
You will build the services that move freight across the Nordics, together with a team of eight engineers who value
plain code, careful reviews and quiet nights. We run everything on our own platform and keep it simple on purpose.

Requirements
- 5+ years of experience with Python
- PostgreSQL
- Kubernetes
- Terraform

Nice to have
- Kafka
)";

/// A workspace in a folder of its own, with everything around it in the test's hands.
struct TestWorkspace {
  TemporaryFolder folder;
  FakeExtractor extractor;
  FakeClock clock;
  FakeIds ids;
  FakeProgress progress;
  service::Limits limits;
  std::unique_ptr<service::Service> service = open();

  std::unique_ptr<service::Service> open() {
    return service::open_local_service(folder.path(), true, {extractor, clock, ids, progress, nullptr, limits});
  }
  store::Database database() { return store::Database(folder.path() / "resumax.db"); }

  service::ResumeRecord add_resume(std::string_view bytes = resume_json, const std::string& filename = "mara.json") {
    return service->add_resume({std::string(bytes), filename, ""});
  }
  service::PostingDetail add_posting(std::string_view bytes = posting_text,
                                     const std::string& filename = "halden.txt") {
    return service->add_posting({std::string(bytes), filename, "", "", ""});
  }
};

inline Error error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return Error(Errc::internal, "");
}

inline Errc code_of(const std::function<void()>& action) { return error_of(action).code(); }

inline std::int64_t number(store::Statement row) {
  row.step();
  return row.integer();
}

}  // namespace resumax::test
