#pragma once

#include <resumax/parse/body.hpp>

#include <vector>

namespace resumax::parse {

/// Terms in named or unnamed groups: skills, interests.
std::vector<KeywordGroup> read_groups(Source& source, const std::vector<std::size_t>& lines);
std::vector<Language> read_languages(Source& source, const std::vector<std::size_t>& lines);
/// Certificates, awards or publications.
std::vector<Credential> read_credentials(Source& source, const std::vector<std::size_t>& lines);
std::vector<Reference> read_references(Source& source, const std::vector<std::size_t>& lines);
/// Whether lines are a list of short terms and nothing else.
bool is_term_list(const Source& source, const std::vector<std::size_t>& lines);

}  // namespace resumax::parse
