package org.plumbline.agreement.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.companion.Offer;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;

/**
 * Reads the documents beside an agreement (language.md 9): concept of operations, offer,
 * requirements, success metrics. It never throws for what stands in them.
 */
public final class CompanionYaml {

  /**
   * A kind of document.
   *
   * @param key under {@code includes}, and at the top of the document before its id
   * @param <T> what it is read into
   */
  private record Kind<T>(String key, Body<T> body) {}

  /** Reads the map of a document. */
  @FunctionalInterface
  interface Body<T> {
    Optional<T> read(Terms terms, YamlValue.Mapping root, MapReader map);
  }

  private static final Kind<Conops> CONOPS = new Kind<>("conops", ConopsBody::read);
  private static final Kind<Offer> OFFER = new Kind<>("offer", CompanionBodies::offer);
  private static final Kind<Requirements> REQUIREMENTS =
      new Kind<>("requirements", CompanionBodies::requirements);
  private static final Kind<SuccessMetrics> SUCCESS_METRICS =
      new Kind<>("success-metrics", CompanionBodies::successMetrics);

  private CompanionYaml() {}

  /**
   * What reading all documents of an agreement gave.
   *
   * @param places where their parts stand, by kind
   */
  public record Read(Companions companions, Map<String, Places> places, List<Finding> findings) {
    /** Copies map and list. */
    public Read {
      places = Map.copyOf(places);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads what an agreement includes, from the folder that its file lies in.
   *
   * @param file the agreement's file as the person named it; places are shown from where it is
   */
  public static Read included(Agreement agreement, Folder folder, String file) {
    return new Inclusion(agreement, folder, file.substring(0, file.lastIndexOf('/') + 1)).read();
  }

  /** Reading what one agreement includes. */
  private record Inclusion(
      Agreement agreement,
      Folder folder,
      String before,
      Map<String, Places> places,
      Findings findings) {

    Inclusion(Agreement agreement, Folder folder, String before) {
      this(agreement, folder, before, new LinkedHashMap<>(), new Findings());
    }

    Read read() {
      return new Read(
          new Companions(one(CONOPS), one(OFFER), one(REQUIREMENTS), one(SUCCESS_METRICS)),
          places,
          findings.inFileOrder());
    }

    private <T> Optional<T> one(Kind<T> kind) {
      Optional<String> path = Optional.ofNullable(agreement.includes().get(kind.key()));
      Optional<byte[]> bytes = path.flatMap(folder::read);
      if (path.isEmpty() || bytes.isEmpty()) {
        return Optional.empty();
      }
      ReadCompanion<T> read = CompanionYaml.read(before + path.get(), kind, bytes.get());
      read.findings().forEach(findings::add);
      places.put(kind.key(), read.places());
      return read.document();
    }
  }

  /** Reads a concept of operations; its bytes have to be UTF-8. */
  public static ReadCompanion<Conops> conops(String file, byte[] bytes) {
    return read(file, CONOPS, bytes);
  }

  /** Reads an offer; its bytes have to be UTF-8. */
  public static ReadCompanion<Offer> offer(String file, byte[] bytes) {
    return read(file, OFFER, bytes);
  }

  /** Reads requirements; its bytes have to be UTF-8. */
  public static ReadCompanion<Requirements> requirements(String file, byte[] bytes) {
    return read(file, REQUIREMENTS, bytes);
  }

  /** Reads success metrics; its bytes have to be UTF-8. */
  public static ReadCompanion<SuccessMetrics> successMetrics(String file, byte[] bytes) {
    return read(file, SUCCESS_METRICS, bytes);
  }

  private static <T> ReadCompanion<T> read(String file, Kind<T> kind, byte[] bytes) {
    Findings findings = new Findings();
    Optional<YamlValue> tree =
        YamlText.decode(file, bytes, findings).flatMap(text -> YamlText.read(file, text, findings));
    Optional<T> read = tree.flatMap(root -> read(kind, root, new Reading(findings)));
    return new ReadCompanion<>(
        findings.hasErrors() ? Optional.empty() : read,
        tree.map(root -> new Places(YamlTree.places(root), Place.of(file)))
            .orElseGet(() -> Places.none(file)),
        findings.inFileOrder());
  }

  /** Reads a document that is a tree already, and tells every key that it asks for. */
  static void read(String kind, YamlValue root, Reading reading) {
    for (Kind<?> known : List.of(CONOPS, OFFER, REQUIREMENTS, SUCCESS_METRICS)) {
      if (known.key().equals(kind)) {
        read(known, root, reading);
      }
    }
  }

  private static <T> Optional<T> read(Kind<T> kind, YamlValue value, Reading reading) {
    if (!(value instanceof YamlValue.Mapping root)) {
      reading.wrongShape(value, "start with plumbline: 1 and " + kind.key() + ": with its id");
      return Optional.empty();
    }
    Optional<String> other = Documents.otherKind(root, kind.key());
    if (other.isPresent()) {
      reading.tell(
          FindingCode.OTHER_DOCUMENT,
          root.place(),
          "this is " + other.get() + ", and " + kind.key() + " is wanted",
          "name the right file under includes");
      return Optional.empty();
    }
    Terms terms = Terms.of(reading);
    return reading.map(
        root,
        kind.key(),
        map -> {
          Documents.version(map, terms.scalars());
          return kind.body().read(terms, root, map);
        });
  }
}
