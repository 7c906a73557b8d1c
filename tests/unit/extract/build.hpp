#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::test {

struct ZipOptions {
  bool encrypted = false;             ///< says so, that is
  std::size_t repeat_last_entry = 0;  ///< empty entries more
};

/// A ZIP archive of stored entries.
std::string zip(const std::vector<std::pair<std::string, std::string>>& files, const ZipOptions& options = {});

/// A DOCX with this inside <w:body>, and more parts ("word/styles.xml", …) as given.
std::string docx(std::string_view body, const std::map<std::string, std::string>& parts = {});

/// A PDF of these objects, the first being number 1 and the catalog.
std::string pdf(const std::vector<std::string>& objects);

/// A PDF whose pages (612 x 792) have these content streams, with /F1 Helvetica and /F2 Helvetica-BoldOblique;
/// `page_entries` goes into every page's dictionary.
std::string pdf_pages(const std::vector<std::string>& contents, std::string_view page_entries = "");

}  // namespace resumax::test
