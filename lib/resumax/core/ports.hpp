#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace resumax {

namespace document {
struct Document;
}

/// Opens bytes as a document. Throws unsupported_format, encrypted, no_text_layer or parse_failed, and nothing else:
/// a crash or a limit inside is parse_failed. `filename` only helps the message.
class Extractor {
 public:
  virtual ~Extractor() = default;
  /// Told that `extract` of these bytes follows, so that what takes time to start does so while the caller works on
  /// something else. Throws nothing: what is wrong is for `extract` to say.
  virtual void prepare(std::string_view /*bytes*/, std::string_view /*filename*/) {}
  virtual document::Document extract(std::string_view bytes, std::string_view filename) = 0;
};

/// One rewriting request to a language model, and its answer.
struct ModelRequest {
  std::string system, prompt, schema;  ///< `schema`: JSON Schema the answer must satisfy, "" for free text
};
struct ModelReply {
  std::string text, model;
  int tokens_used = 0;
};

/// A language model, optional everywhere. It proposes; it never scores, and what it says passes the guard.
class Model {
 public:
  virtual ~Model() = default;
  virtual std::string name() const = 0;  ///< "provider/model"
  virtual ModelReply complete(const ModelRequest& request) = 0;
};

/// Told where a long verb stands. Called from the thread that runs the verb; `done` of `total` (0 when unknown).
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void step(std::string_view stage, std::size_t done, std::size_t total) = 0;
};

/// Does nothing.
class NoProgress final : public Progress {
 public:
  void step(std::string_view, std::size_t, std::size_t) override {}
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now() = 0;  ///< milliseconds since 1970-01-01T00:00:00Z
};

class Ids {
 public:
  virtual ~Ids() = default;
  virtual std::string next() = 0;  ///< a fresh UUID, lower case
};

class SystemClock final : public Clock {
 public:
  std::int64_t now() override;
};

/// UUID version 4 from the system's random source.
class RandomIds final : public Ids {
 public:
  std::string next() override;
};

}  // namespace resumax
