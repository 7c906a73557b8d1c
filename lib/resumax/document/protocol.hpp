#pragma once

#include <resumax/core/error.hpp>
#include <resumax/document/document.hpp>
#include <resumax/document/helper_sandbox.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace resumax::document {

// One conversation on one stream socket, which is the helper's standard input: a request (header, file name, bytes),
// its answer (length, payload), the next request, until the program closes its end.

struct RequestHeader {
  std::uint32_t filename_size = 0;
  std::uint64_t body_size = 0;
};

constexpr std::size_t request_header_size = 16;
constexpr std::size_t answer_header_size = 8;
/// Longer names are cut: they only help a message.
constexpr std::size_t longest_filename = 1024;
/// What a helper is started for ("--task"), in the order of HelperProcess::Task. "report" asks for one answer, which is
/// what protects it, and no document.
constexpr std::array<std::string_view, 3> helper_tasks{"pdf", "docx", "report"};
/// What the helper exits with when an allocation failed.
constexpr int exit_out_of_memory = 12;

std::string encode_request_header(const RequestHeader& header);
/// Throws parse_failed for bytes that are no request header; `bytes` has request_header_size of them.
RequestHeader decode_request_header(std::string_view bytes);

/// The payload's length as the header of an answer, and back.
std::string encode_answer_header(std::uint64_t payload_size);
std::uint64_t decode_answer_header(std::string_view bytes);

/// An answer's payload: a document, or what `extract` threw.
std::string encode_answer(const Document& document);
std::string encode_answer(const Error& error);
/// The answer to "report", and back.
std::string encode_sandbox(const Sandbox& sandbox);
Sandbox decode_sandbox(std::string_view payload);
/// The document of an answer, or throws its error; anything malformed is parse_failed. Codes an extractor may not
/// throw become parse_failed, and messages come out as one printable line.
Document decode_answer(std::string_view payload);

}  // namespace resumax::document
