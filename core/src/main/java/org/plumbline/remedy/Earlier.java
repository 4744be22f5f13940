package org.plumbline.remedy;

import java.util.List;
import java.util.function.Predicate;

/**
 * What earlier versions of the agreement have settled already (docs/meaning.md 26): pools go on,
 * and what they gave can be given back.
 *
 * @param isOwn whether a posting is one of the version at hand
 * @param postings of earlier versions, under the ids of this one
 */
public record Earlier(Predicate<PostingId> isOwn, List<Posting> postings) {

  /** There is one version. */
  public static final Earlier NONE = new Earlier(id -> true, List.of());

  /** Copies the list. */
  public Earlier {
    postings = List.copyOf(postings);
  }
}
