#include "build.hpp"

#include <zlib.h>

#include <cstdint>
#include <cstdio>

#if defined(__SANITIZE_ADDRESS__)
/// Poppler asks fontconfig for typefaces that a PDF does not embed, and nobody tells fontconfig to clean up.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }
#endif

namespace resumax::test {

namespace {

std::string number(std::uint64_t value, int size) {
  std::string out;
  for (int i = 0; i < size; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
  return out;
}

constexpr auto namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

std::string relationships(std::string_view entries) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(entries) + "</Relationships>";
}

}  // namespace

std::string zip(const std::vector<std::pair<std::string, std::string>>& files, const ZipOptions& options) {
  std::string out, directory;
  std::size_t count = 0;
  const auto add = [&](const std::string& name, const std::string& bytes) {
    const auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    const auto common = number(20, 2) + number(options.encrypted ? 1 : 0, 2) + number(0, 2) + number(0, 4) +
                        number(sum, 4) + number(bytes.size(), 4) + number(bytes.size(), 4) + number(name.size(), 2) +
                        number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                 number(out.size(), 4) + name;
    out += "PK\x03\x04" + common + name + bytes;
    ++count;
  };
  for (const auto& [name, bytes] : files) add(name, bytes);
  for (std::size_t i = 0; i < options.repeat_last_entry; ++i) add("e" + std::to_string(i), "");
  const auto at = out.size();
  return out + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
         number(directory.size(), 4) + number(at, 4) + number(0, 2);
}

std::string docx(std::string_view body, const std::map<std::string, std::string>& parts) {
  std::vector<std::pair<std::string, std::string>> files{
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", relationships("<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                                    "2006/relationships/officeDocument\" Target=\"word/document.xml\"/>")},
      {"word/document.xml",
       "<w:document " + std::string(namespaces) + "><w:body>" + std::string(body) + "</w:body></w:document>"}};
  std::string targets;
  for (const auto& [name, content] : parts) {
    if (name == "links") {
      targets += content;
      continue;
    }
    const auto slash = name.find('/') + 1;
    const auto kind = name.substr(slash, name.find_first_of(".0123456789") - slash);
    targets += "<Relationship Id=\"" + name.substr(slash) + "\" Type=\"http://x/relationships/" + kind +
               "\" Target=\"" + name.substr(slash) + "\"/>";
    const auto root = content.find_first_of(" >");
    files.emplace_back(name, content.substr(0, root) + " " + namespaces + content.substr(root));
  }
  files.emplace_back("word/_rels/document.xml.rels", relationships(targets));
  return zip(files);
}

std::string pdf(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", out.size());
    table += line;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto size = std::to_string(objects.size() + 1), at = std::to_string(out.size());
  return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + size +
         "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

std::string pdf_pages(const std::vector<std::string>& contents, std::string_view page_entries) {
  std::string kids;
  for (std::size_t i = 0; i < contents.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
  std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/MediaBox[0 0 612 792]/Count " + std::to_string(contents.size()) + "/Kids[" + kids + "]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-BoldOblique/Encoding/WinAnsiEncoding>>"};
  for (std::size_t i = 0; i < contents.size(); ++i) {
    objects.push_back("<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents " +
                      std::to_string(6 + 2 * i) + " 0 R" + std::string(page_entries) + ">>");
    objects.push_back("<</Length " + std::to_string(contents[i].size()) + ">>\nstream\n" + contents[i] + "\nendstream");
  }
  return pdf(objects);
}

}  // namespace resumax::test
