package org.plumbline.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of the playbook, with the defects that they have. */
class KeyTaskFileTest {

  private static final String PAGE =
      """
      ---
      layout: m3/keyTask
      phase: 5
      keyTask: 9
      name: Monitor and Update Service Level Agreements (SLAs)

      objective: Update the <a href="/x/">agreement</a>.
      responsibleParty: 'shared '
      category: process

      activities:
        - text: Create reports based on ongoing tracking of performance against established SLAs
          responsibleParty:
            - customer
            - qsmo
        - text: Identify any gaps between customer service level requirements and provider capabilities
          responsibleParty: shared
        - Look at it again
      outputs:
      inputs:
        - text: Service Level Agreements (SLAs)
          filename: x.docx
      stakeholders:
        - text: 'Executive Sponsor '
          responsibleParty: customer
        - text: Executive Sponsor
          responsibleParty: shared
      ---
      Text below is not read.
      """;

  @Test
  void aPageIsReadWithItsDefectsWhichAreSaid() {
    KeyTask task = KeyTaskFile.read("x.md", PAGE).orElseThrow();

    assertThat(task.number()).isEqualTo("5.9");
    assertThat(task.objective()).isEqualTo("Update the agreement.");
    assertThat(task.by()).isEqualTo("both parties");
    assertThat(task.activities()).hasSize(3);
    assertThat(task.activities().get(0).by()).isEqualTo("customer and QSMO");
    assertThat(task.activities().get(2).by()).isEqualTo("both parties");
    assertThat(task.outputs()).isEmpty();
    assertThat(task.inputs()).containsExactly("Service Level Agreements (SLAs)");
    assertThat(task.stakeholders())
        .containsExactly(
            new KeyTask.Stakeholder(
                "Executive Sponsor", Set.of(TaskParty.CUSTOMER, TaskParty.PROVIDER)));
    assertThat(task.remarks()).anyMatch(remark -> remark.contains("twice"));
  }

  @Test
  void groupsOfActivitiesKeepTheirHeadings() {
    String page =
        """
        ---
        name: Select
        activitiesGroups:
          - group: Offer
            activities:
              - text: Ask
                responsibleParty: provider
        ---
        """;

    KeyTask task = KeyTaskFile.read("2.1.md", page).orElseThrow();

    assertThat(task.number()).isEqualTo("2.1");
    assertThat(task.activities().get(0).group()).contains("Offer");
    assertThat(task.activities().get(0).by()).isEqualTo("provider");
  }

  @Test
  void whatNamesNoTaskIsNone() {
    assertThat(KeyTaskFile.read("readme.md", "Hello")).isEmpty();
    assertThat(KeyTaskFile.read("x.md", "---\n- a\n---\n")).isEmpty();
    assertThat(KeyTaskFile.read("x.md", "---\nname: [\n---\n")).isEmpty();
  }

  @Test
  void everyTaskThatShipsIsReadWithoutRemarksAndItsEvidenceIsKnown() {
    for (KeyTask task : KeyTasks.shipped().all()) {
      assertThat(task.remarks()).as(task.name()).isEmpty();
      assertThat(task.activities()).as(task.name()).isNotEmpty();
      assertThat(task.stakeholders()).as(task.name()).isNotEmpty();
      assertThat(
              task.activities().stream()
                  .flatMap(activity -> activity.evidence().stream())
                  .filter(key -> Evidence.of(key).isEmpty()))
          .as(task.name())
          .isEmpty();
    }
  }

  @Test
  void aFolderGivesTheWordingAndKeepsWhatShowsItDone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("monitor.md"), PAGE);

    KeyTasks tasks = KeyTasks.from(folder);
    KeyTask task = tasks.task("monitor-and-update-service-level-agreements-slas").orElseThrow();

    assertThat(tasks.all()).hasSameSizeAs(KeyTasks.shipped().all());
    assertThat(task.activities().get(0).evidence())
        .isEqualTo(List.of("records-loaded", "report-issued"));
    assertThat(task.activities().get(1).evidence()).containsExactly("gaps-named");
    assertThat(task.activities().get(2).evidence()).isEmpty();
  }
}
