package org.plumbline.web.guide;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checklist of an agreement, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/guide")
class GuideApi {

  private final Guide guide;

  GuideApi(Guide guide) {
    this.guide = guide;
  }

  record Task(
      String key,
      String number,
      String name,
      String objective,
      String by,
      List<String> inputs,
      List<String> outputs,
      List<Who> stakeholders,
      List<String> bestPractice,
      List<Activity> activities) {

    static Task of(Guide.Progress progress) {
      KeyTask task = progress.task();
      return new Task(
          task.key(),
          task.number(),
          task.name(),
          task.objective(),
          task.by(),
          task.inputs(),
          task.outputs(),
          task.stakeholders().stream().map(each -> new Who(each.text(), each.by())).toList(),
          task.bestPractice(),
          progress.steps().stream().map(Activity::of).toList());
    }
  }

  record Who(String role, String of) {}

  record Activity(
      String key,
      String text,
      String by,
      String state,
      List<Shown> shownBy,
      List<String> missing,
      Optional<Guide.Said> said) {

    static Activity of(Guide.Step step) {
      return new Activity(
          step.activity().key(),
          step.activity().text(),
          step.activity().by(),
          step.state().key(),
          step.facts().stream()
              .map(fact -> new Shown(fact.evidence().key(), fact.sentence(), fact.at()))
              .toList(),
          step.missing().stream().map(Evidence::key).toList(),
          step.said());
    }
  }

  record Shown(String evidence, String sentence, Optional<Instant> at) {}

  /** What somebody says of an activity. */
  record Statement(
      Optional<String> activity,
      Optional<String> state,
      Optional<String> text,
      Optional<Boolean> tell) {}

  record Added(UUID id) {}

  @GetMapping
  List<Task> all(Viewer viewer, @PathVariable UUID agreement) {
    return guide.progress(viewer, agreement).stream().map(Task::of).toList();
  }

  @PostMapping("/{task}")
  ResponseEntity<Added> say(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable String task,
      @RequestBody Statement said) {
    UUID id =
        guide.say(
            viewer,
            agreement,
            task,
            said.activity().orElse(""),
            said.state().orElse(""),
            said.text().orElse(""),
            said.tell().orElse(false));
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/guide"))
        .body(new Added(id));
  }
}
