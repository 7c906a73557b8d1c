#pragma once

#include <resumax/core/fields.hpp>
#include <resumax/core/resume.hpp>

#include <concepts>
#include <type_traits>

/// The JSON Resume form of a Resume, written down once: which member stands under which key. A visitor has
///   text(key, kind, Text)   list(key, kind, vector<Text>)   date(key, kind, DateField)
///   word(key, string)                     a plain string without span
///   entries(key, section, vector<T>)      a list of objects; it calls describe(entry, section, *this) for each
///   object(key, section, T)               a nested object, likewise
/// and sees const or writable members as the resume is. fields.cpp and resume_json.cpp are its visitors.
namespace resumax::detail {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <Is<Location> T, class V>
void describe(T& location, SectionKind, V& v) {
  v.text("text", FieldKind::location, location.text);
  v.word("address", location.address);
  v.word("postalCode", location.postal_code);
  v.word("city", location.city);
  v.word("region", location.region);
  v.word("countryCode", location.country_code);
}

template <Is<Profile> T, class V>
void describe(T& profile, SectionKind, V& v) {
  v.word("network", profile.network);
  v.word("username", profile.username);
  v.text("url", FieldKind::profile, profile.url);
}

template <Is<Basics> T, class V>
void describe(T& basics, SectionKind section, V& v) {
  v.text("name", FieldKind::name, basics.name);
  v.text("label", FieldKind::label, basics.label);
  v.text("email", FieldKind::email, basics.email);
  v.text("phone", FieldKind::phone, basics.phone);
  v.text("url", FieldKind::url, basics.url);
  v.object("location", section, basics.location);
  v.entries("profiles", section, basics.profiles);
  v.text("summary", FieldKind::summary, basics.summary);
}

template <class T, class V>
void describe_dates(T& range, V& v) {
  v.date("startDate", FieldKind::start_date, range.start);
  v.date("endDate", FieldKind::end_date, range.end);
}

template <Is<Work> T, class V>
void describe(T& work, SectionKind section, V& v) {
  v.text(section == SectionKind::volunteer ? "organization" : "name", FieldKind::organization, work.company);
  v.text("position", FieldKind::position, work.position);
  v.text("location", FieldKind::location, work.location);
  v.text("url", FieldKind::url, work.url);
  describe_dates(work.dates, v);
  v.text("summary", FieldKind::summary, work.summary);
  v.list("highlights", FieldKind::highlight, work.highlights);
}

template <Is<Education> T, class V>
void describe(T& education, SectionKind, V& v) {
  v.text("institution", FieldKind::organization, education.institution);
  v.text("studyType", FieldKind::study_type, education.study_type);
  v.text("area", FieldKind::area, education.area);
  v.text("location", FieldKind::location, education.location);
  v.text("score", FieldKind::score, education.score);
  v.text("url", FieldKind::url, education.url);
  describe_dates(education.dates, v);
  v.text("summary", FieldKind::summary, education.summary);
  v.list("courses", FieldKind::course, education.courses);
  v.list("highlights", FieldKind::highlight, education.highlights);
}

template <Is<KeywordGroup> T, class V>
void describe(T& group, SectionKind, V& v) {
  v.text("name", FieldKind::group, group.name);
  v.text("level", FieldKind::level, group.level);
  v.list("keywords", FieldKind::keyword, group.keywords);
}

template <Is<Project> T, class V>
void describe(T& project, SectionKind, V& v) {
  v.text("name", FieldKind::title, project.name);
  v.text("role", FieldKind::position, project.role);
  v.text("url", FieldKind::url, project.url);
  describe_dates(project.dates, v);
  v.text("description", FieldKind::description, project.description);
  v.list("highlights", FieldKind::highlight, project.highlights);
  v.list("keywords", FieldKind::keyword, project.keywords);
}

template <Is<Credential> T, class V>
void describe(T& credential, SectionKind section, V& v) {
  const bool award = section == SectionKind::awards, publication = section == SectionKind::publications;
  v.text(award ? "title" : "name", FieldKind::title, credential.name);
  v.text(award ? "awarder" : publication ? "publisher" : "issuer", FieldKind::issuer, credential.issuer);
  v.date(publication ? "releaseDate" : "date", FieldKind::end_date, credential.date);
  v.text("url", FieldKind::url, credential.url);
  v.text("summary", FieldKind::summary, credential.summary);
}

template <Is<Language> T, class V>
void describe(T& language, SectionKind, V& v) {
  v.text("language", FieldKind::language, language.language);
  v.text("fluency", FieldKind::fluency, language.fluency);
}

template <Is<Reference> T, class V>
void describe(T& reference, SectionKind, V& v) {
  v.text("name", FieldKind::name, reference.name);
  v.text("reference", FieldKind::description, reference.text);
}

template <Is<Section> T, class V>
void describe(T& section, SectionKind, V& v) {
  v.text("heading", FieldKind::heading, section.heading);
  v.list("lines", FieldKind::line, section.lines);
}

template <Is<Resume> T, class V>
void describe(T& resume, V& v) {
  v.object("basics", SectionKind::contact, resume.basics);
  v.entries("work", SectionKind::work, resume.work);
  v.entries("volunteer", SectionKind::volunteer, resume.volunteer);
  v.entries("education", SectionKind::education, resume.education);
  v.entries("awards", SectionKind::awards, resume.awards);
  v.entries("certificates", SectionKind::certificates, resume.certificates);
  v.entries("publications", SectionKind::publications, resume.publications);
  v.entries("skills", SectionKind::skills, resume.skills);
  v.entries("languages", SectionKind::languages, resume.languages);
  v.entries("interests", SectionKind::interests, resume.interests);
  v.entries("references", SectionKind::references, resume.references);
  v.entries("projects", SectionKind::projects, resume.projects);
  v.entries("sections", SectionKind::other, resume.sections);
}

}  // namespace resumax::detail
