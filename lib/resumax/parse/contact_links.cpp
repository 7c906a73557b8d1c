#include <resumax/parse/contact_links.hpp>

#include <resumax/parse/contact_lines.hpp>
#include <resumax/parse/profiles.hpp>

#include <string>

namespace resumax::parse {
namespace {

class LinkReader {
 public:
  LinkReader(Source& source, const document::Document& document, const std::vector<std::size_t>& lines,
             const std::vector<std::size_t>& others, Basics& basics)
      : source_(source), document_(document), lines_(lines), others_(others), basics_(basics) {}

  void run() {
    for (const document::Link& link : document_.links) {
      const std::size_t i = line_of(source_, link, lines_);
      if (i >= source_.lines().size()) {
        add_icon(link);
        continue;
      }
      const Line& line = source_.line(i);
      Text text;
      text.span = {line.begin, static_cast<std::uint32_t>(line.begin + line.text.size()), line.page, line.box};
      text.confidence = 0.9;
      if (link.uri.starts_with("mailto:")) {
        text.value =
            link.uri.substr(7, link.uri.find('?') == std::string::npos ? std::string::npos : link.uri.find('?') - 7);
        const std::string& seen = basics_.email.value;
        if (seen.empty() || (text.value.size() > seen.size() && text.value.starts_with(seen))) {
          basics_.email = text;
          claim_text(i, link.text);
        }
      } else if (link.uri.starts_with("tel:")) {
        if (!basics_.phone.empty()) continue;
        text.value = link.uri.substr(4);
        basics_.phone = text;
      } else if (link.uri.starts_with("http")) {
        add_link(link, i, std::move(text));
      }
    }
  }

 private:
  void add_link(const document::Link& link, std::size_t i, Text text) {
    text.value = link.uri;
    const std::string_view network = network_of(link.uri);
    const UrlParts parts = take_apart(link.uri);
    if (!network.empty() && !parts.user.empty()) {
      add_profile(basics_.profiles, network, parts.user, std::move(text));
      claim_text(i, link.text);
    } else if (network.empty() && parts.host.find("google.") == std::string::npos &&
               parts.host.find("mail.") == std::string::npos) {
      std::string& seen = basics_.url.value;
      const std::string known = take_apart(seen).host;
      if (seen.empty() || (!known.empty() && parts.host.size() > known.size() && parts.host.starts_with(known))) {
        basics_.url = std::move(text);
        claim_text(i, link.text);
      }
    }
  }

  /// A link under a picture: the address of a profile that is printed nowhere.
  void add_icon(const document::Link& link) {
    if (link.page != 1 || !link.uri.starts_with("http") || line_of(source_, link, others_) < source_.lines().size())
      return;
    const std::string_view network = network_of(link.uri);
    const std::string user = take_apart(link.uri).user;
    if (network.empty() || user.empty() || link.uri.find("/company/") != std::string::npos) return;
    Text text;
    text.value = link.uri;
    text.span.page = link.page;
    text.span.box = link.box;
    text.confidence = 0.8;
    add_profile(basics_.profiles, network, user, std::move(text));
  }

  void claim_text(std::size_t i, const std::string& text) {
    const std::size_t at = text.empty() ? std::string::npos : source_.line(i).text.find(text);
    if (at != std::string::npos)
      source_.claim({i, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())});
  }

  Source& source_;
  const document::Document& document_;
  const std::vector<std::size_t>&lines_, &others_;
  Basics& basics_;
};

}  // namespace

void read_links(Source& source, const document::Document& document, const std::vector<std::size_t>& lines,
                const std::vector<std::size_t>& others, Basics& basics) {
  LinkReader(source, document, lines, others, basics).run();
}

}  // namespace resumax::parse
