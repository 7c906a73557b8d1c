#include "verbs.hpp"

namespace resumax::app {

Command root_command() {
  Command root("", "aligns a resume with a job posting, truthfully and offline");
  constexpr std::string_view job = "The main job", history = "History", files = "Files and proof", rest = "The rest";
  root.child("resume", "add, list, show, edit, rename, remove or parse resumes", add_resume, job)
      .child("jd", "add, list, show, edit, remove or parse job postings", add_jd, job)
      .child("score", "how well a resume fits a posting, and why", add_score, job)
      .child("rank", "order many resumes for one posting", add_rank, job)
      .child("optimize", "propose truthful changes to a resume for a posting", add_optimize, job)
      .child("refine", "optimize again with instructions, decisions kept", add_refine, job)
      .child("diff", "what changes, line by line", add_diff, job)
      .child("accept", "take proposed changes into a version", add_accept, job)
      .child("export", "write a version as PDF, DOCX, text, Markdown or JSON", add_export, job)
      .child("status", "what is in the workspace and what is open", add_status, history)
      .child("log", "what happened, latest first", add_log, history)
      .child("show", "any object: a resume, posting, optimization or version", add_show, history)
      .child("blame", "where each line of a version came from", add_blame, files)
      .child("verify", "check every line of a version against its source", add_verify, files)
      .child("guard", "check rewritten lines against a resume", add_guard, files)
      .child("init", "make a workspace in this folder", add_init, rest)
      .child("config", "read and change settings", add_config, rest)
      .child("taxonomy", "the skills that resumax knows", add_taxonomy, rest)
      .child("doctor", "check that everything resumax needs works", add_doctor, rest)
      .child("gc", "remove deleted objects for good", add_gc, rest)
      .child("completion", "print the completion script of a shell", add_completion, rest)
      .child("help", "explain a verb", add_help, rest);
  root.example("resumax optimize cv.pdf job.txt --accept safe --export tailored.pdf", "the whole job on two files")
      .example("resumax resume add cv.pdf", "keep a resume, as r1")
      .example("resumax jd add job.txt", "keep a posting, as j1")
      .example("resumax optimize r1 j1", "propose changes, as o1")
      .example("resumax diff o1", "look at them")
      .example("resumax accept o1 -p", "take them one by one, as v1")
      .example("resumax export v1 -o tailored.pdf", "write the file");
  return root;
}

Command global_options(Globals& globals) {
  Command command("", "");
  command.option("--workspace", "DIR", "work in this workspace, made on first use", globals.workspace, Offer::folders)
      .option("-c,--config", "KEY=VALUE", "use this setting for this run", globals.overrides, Offer::settings)
      .flag("--json", "print one JSON record", globals.json)
      .flag("--no-color", "print without colour", globals.no_color)
      .flag("--no-pager", "print long output as it is", globals.no_pager)
      .flag("-h,--help", "show how it is used", globals.help)
      .flag("--version", "print the version of resumax", globals.version);
  return command;
}

}  // namespace resumax::app
