#include <resumax/core/outline.hpp>

#include <resumax/core/outline_words.hpp>

#include <algorithm>
#include <array>

namespace resumax {

namespace {

constexpr std::string_view dot = " · ";

std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator) {
  std::string out;
  for (std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

// What a URL looks like on paper: without its scheme and a closing slash.
std::string_view printed_url(std::string_view url) {
  for (std::string_view scheme : {"https://", "http://", "mailto:"})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

class Builder {
 public:
  explicit Builder(const Resume& resume) : resume_(resume) {}

  std::vector<OutlineSection> build() {
    contact_block();
    std::array<bool, Names<SectionKind>::table.size()> printed{};
    printed[index(SectionKind::contact)] = true;
    for (std::size_t i = 0; i < resume_.sections.size(); ++i) {
      const Section& section = resume_.sections[i];
      OutlineSection& out = open(section, printed[index(section.kind)]);
      if (!printed[index(section.kind)]) typed_entries(out);
      printed[index(section.kind)] = true;
      for (std::size_t k = 0; k < section.lines.size(); ++k)
        text(out, OutlineKind::paragraph, section.lines[k],
             "/sections/" + std::to_string(i) + "/lines/" + std::to_string(k));
    }
    constexpr SectionKind usual_order[] = {SectionKind::summary,      SectionKind::work,      SectionKind::projects,
                                           SectionKind::education,    SectionKind::skills,    SectionKind::certificates,
                                           SectionKind::publications, SectionKind::awards,    SectionKind::volunteer,
                                           SectionKind::languages,    SectionKind::interests, SectionKind::references};
    for (SectionKind kind : usual_order) {
      if (printed[index(kind)]) continue;
      OutlineSection out{kind, std::string(section_title(kind, resume_.language)), {}};
      typed_entries(out);
      if (!out.lines.empty()) insert(std::move(out));
    }
    std::erase_if(sections_, [](const OutlineSection& s) { return s.lines.empty(); });
    return std::move(sections_);
  }

 private:
  static std::size_t index(SectionKind kind) { return static_cast<std::size_t>(kind); }

  // Lines of the contact block join it; any other section is printed where it stands.
  OutlineSection& open(const Section& section, bool continued) {
    if (section.kind == SectionKind::contact) return sections_.front();
    std::string heading = section.heading.value;
    if (heading.empty() && !continued) heading = section_title(section.kind, resume_.language);
    sections_.push_back({section.kind, std::move(heading), {}});
    return sections_.back();
  }

  // A section the source has no place for: a summary opens the resume, the others follow it.
  void insert(OutlineSection section) {
    const auto at = section.kind == SectionKind::summary ? sections_.begin() + 1 : sections_.end();
    sections_.insert(at, std::move(section));
  }

  static void text(OutlineSection& out, OutlineKind kind, const Text& value, std::string path) {
    if (!value.empty()) out.lines.push_back({kind, value.value, "", "", {std::move(path)}});
  }
  static void texts(OutlineSection& out, OutlineKind kind, const std::vector<Text>& values, const std::string& path) {
    for (std::size_t i = 0; i < values.size(); ++i) text(out, kind, values[i], path + "/" + std::to_string(i));
  }
  static void list_line(OutlineSection& out, std::string_view label, const std::vector<Text>& values,
                        const std::string& path) {
    OutlineLine line{OutlineKind::paragraph, std::string(label), "", "", {}};
    if (!label.empty() && !values.empty()) line.text += ": ";
    for (std::size_t i = 0; i < values.size(); ++i) {
      line.text += (i ? ", " : "") + values[i].value;
      line.paths.push_back(path + "/" + std::to_string(i));
    }
    if (!line.text.empty()) out.lines.push_back(std::move(line));
  }

  void contact_block() {
    OutlineSection out{SectionKind::contact, "", {}};
    const Basics& basics = resume_.basics;
    text(out, OutlineKind::name, basics.name, "/basics/name");
    text(out, OutlineKind::label, basics.label, "/basics/label");
    auto item = [&](const Text& value, std::string_view shown, std::string link, std::string path) {
      if (!value.empty())
        out.lines.push_back({OutlineKind::contact, std::string(shown), "", std::move(link), {std::move(path)}});
    };
    item(basics.email, basics.email.value, "mailto:" + basics.email.value, "/basics/email");
    item(basics.phone, basics.phone.value, "", "/basics/phone");
    item(basics.location.text, basics.location.text.value, "", "/basics/location/text");
    item(basics.url, printed_url(basics.url.value), absolute(basics.url.value), "/basics/url");
    for (std::size_t i = 0; i < basics.profiles.size(); ++i) {
      const Profile& profile = basics.profiles[i];
      const std::string path = "/basics/profiles/" + std::to_string(i) + "/url";
      if (profile.url.empty() && !profile.username.empty()) {
        out.lines.push_back({OutlineKind::contact, joined({profile.network, profile.username}, ": "), "", "", {path}});
      } else {
        item(profile.url, printed_url(profile.url.value), absolute(profile.url.value), path);
      }
    }
    sections_.push_back(std::move(out));
  }

  static std::string absolute(const std::string& url) {
    if (url.empty() || url.find("://") != std::string::npos || url.starts_with("mailto:")) return url;
    return "https://" + url;
  }

  void typed_entries(OutlineSection& out) const {
    switch (out.kind) {
      case SectionKind::summary:
        text(out, OutlineKind::paragraph, resume_.basics.summary, "/basics/summary");
        break;
      case SectionKind::work:
        roles(out, resume_.work, "/work/", "name");
        break;
      case SectionKind::volunteer:
        roles(out, resume_.volunteer, "/volunteer/", "organization");
        break;
      case SectionKind::education:
        education(out);
        break;
      case SectionKind::projects:
        projects(out);
        break;
      case SectionKind::skills:
        groups(out, resume_.skills, "/skills/");
        break;
      case SectionKind::interests:
        groups(out, resume_.interests, "/interests/");
        break;
      case SectionKind::certificates:
        credentials(out, resume_.certificates, "/certificates/", "name", "issuer", "date");
        break;
      case SectionKind::awards:
        credentials(out, resume_.awards, "/awards/", "title", "awarder", "date");
        break;
      case SectionKind::publications:
        credentials(out, resume_.publications, "/publications/", "name", "publisher", "releaseDate");
        break;
      case SectionKind::languages:
        languages(out);
        break;
      case SectionKind::references:
        references(out);
        break;
      case SectionKind::contact:
      case SectionKind::other:
        break;
    }
  }

  // Two lines open an entry: what it is with its dates, then where. One is enough where only one is known.
  struct Opening {
    const Text& title;
    std::string title_path;
    std::string second;
    std::vector<std::string> second_paths;
    std::string aside, second_aside, link;
  };
  static void open_entry(OutlineSection& out, Opening opening) {
    OutlineKind kind = OutlineKind::entry;
    if (!opening.title.empty()) {
      out.lines.push_back({kind, opening.title.value, std::move(opening.aside), "", {opening.title_path}});
      opening.aside.clear();
      kind = OutlineKind::subentry;
    }
    if (opening.second.empty() && opening.aside.empty() && opening.second_aside.empty()) return;
    const bool both = !opening.aside.empty() && !opening.second_aside.empty();
    std::string second = opening.second;
    if (both) second = joined({second, opening.second_aside}, dot);
    out.lines.push_back({kind, std::move(second), opening.aside.empty() ? opening.second_aside : opening.aside,
                         opening.link, std::move(opening.second_paths)});
  }

  void roles(OutlineSection& out, const std::vector<Work>& list, const std::string& prefix,
             std::string_view name_key) const {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Work& work = list[i];
      const std::string path = prefix + std::to_string(i) + "/";
      open_entry(out, {work.position,
                       path + "position",
                       joined({work.company.value, printed_url(work.url.value)}, dot),
                       {path + std::string(name_key)},
                       format_range(work.dates, resume_.language),
                       work.location.value,
                       absolute(work.url.value)});
      text(out, OutlineKind::paragraph, work.summary, path + "summary");
      texts(out, OutlineKind::bullet, work.highlights, path + "highlights");
    }
  }

  void education(OutlineSection& out) const {
    for (std::size_t i = 0; i < resume_.education.size(); ++i) {
      const Education& entry = resume_.education[i];
      const std::string path = "/education/" + std::to_string(i) + "/";
      Text degree = entry.study_type.empty() ? entry.area : entry.study_type;
      if (!entry.study_type.empty() && !entry.area.empty()) degree.value += ", " + entry.area.value;
      open_entry(out, {degree,
                       path + (entry.study_type.empty() ? "area" : "studyType"),
                       joined({entry.institution.value, entry.score.value, printed_url(entry.url.value)}, dot),
                       {path + "institution", path + "score"},
                       format_range(entry.dates, resume_.language),
                       entry.location.value,
                       absolute(entry.url.value)});
      text(out, OutlineKind::paragraph, entry.summary, path + "summary");
      list_line(out, "", entry.courses, path + "courses");
      texts(out, OutlineKind::bullet, entry.highlights, path + "highlights");
    }
  }

  void projects(OutlineSection& out) const {
    for (std::size_t i = 0; i < resume_.projects.size(); ++i) {
      const Project& project = resume_.projects[i];
      const std::string path = "/projects/" + std::to_string(i) + "/";
      open_entry(out, {project.name,
                       path + "name",
                       joined({project.role.value, printed_url(project.url.value)}, dot),
                       {path + "role", path + "url"},
                       format_range(project.dates, resume_.language),
                       "",
                       absolute(project.url.value)});
      text(out, OutlineKind::paragraph, project.description, path + "description");
      texts(out, OutlineKind::bullet, project.highlights, path + "highlights");
      list_line(out, "", project.keywords, path + "keywords");
    }
  }

  static void groups(OutlineSection& out, const std::vector<KeywordGroup>& list, const std::string& prefix) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      std::string label = list[i].name.value;
      if (!list[i].level.empty()) label += label.empty() ? list[i].level.value : " (" + list[i].level.value + ")";
      list_line(out, label, list[i].keywords, prefix + std::to_string(i) + "/keywords");
      if (!list[i].name.empty())
        out.lines.back().paths.insert(out.lines.back().paths.begin(), prefix + std::to_string(i) + "/name");
    }
  }

  void credentials(OutlineSection& out, const std::vector<Credential>& list, const std::string& prefix,
                   std::string_view name_key, std::string_view issuer_key, std::string_view date_key) const {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Credential& item = list[i];
      const std::string path = prefix + std::to_string(i) + "/";
      OutlineLine line{OutlineKind::paragraph,
                       joined({item.name.value, item.issuer.value, printed_url(item.url.value)}, dot),
                       format_date(item.date, resume_.language),
                       absolute(item.url.value),
                       {}};
      for (auto [key, there] : {std::pair{name_key, !item.name.empty()},
                                {issuer_key, !item.issuer.empty()},
                                {date_key, !item.date.empty()}})
        if (there) line.paths.push_back(path + std::string(key));
      if (!line.text.empty() || !line.aside.empty()) out.lines.push_back(std::move(line));
      text(out, OutlineKind::paragraph, item.summary, path + "summary");
    }
  }

  void languages(OutlineSection& out) const {
    OutlineLine line{OutlineKind::paragraph, "", "", "", {}};
    for (std::size_t i = 0; i < resume_.languages.size(); ++i) {
      const Language& item = resume_.languages[i];
      if (!line.text.empty()) line.text += ", ";
      line.text += item.language.value;
      if (!item.fluency.empty())
        line.text += item.language.empty() ? item.fluency.value : " (" + item.fluency.value + ")";
      line.paths.push_back("/languages/" + std::to_string(i) + "/language");
    }
    if (!line.text.empty()) out.lines.push_back(std::move(line));
  }

  void references(OutlineSection& out) const {
    for (std::size_t i = 0; i < resume_.references.size(); ++i) {
      const Reference& item = resume_.references[i];
      const std::string path = "/references/" + std::to_string(i) + "/";
      const std::string both = joined({item.name.value, item.text.value}, ": ");
      if (!both.empty())
        out.lines.push_back(
            {OutlineKind::paragraph, both, "", "", {path + (item.name.empty() ? "reference" : "name")}});
    }
  }

  const Resume& resume_;
  std::vector<OutlineSection> sections_;
};

}  // namespace

std::vector<OutlineSection> outline(const Resume& resume) { return Builder(resume).build(); }

std::string_view section_title(SectionKind kind, std::string_view language) {
  return detail::words_of(language).titles[static_cast<std::size_t>(kind)];
}

std::string format_date(const DateField& field, std::string_view language) {
  const auto& words = detail::words_of(language);
  if (field.present) return std::string(words.present);
  if (field.date.empty()) return field.source.value;
  std::string text = std::to_string(field.date.year);
  if (field.date.month > 0)
    text = std::string(words.months[static_cast<std::size_t>(field.date.month - 1)]) + " " + text;
  return text;
}

std::string format_range(const DateRange& range, std::string_view language) {
  return joined({format_date(range.start, language), format_date(range.end, language)}, " – ");
}

}  // namespace resumax
