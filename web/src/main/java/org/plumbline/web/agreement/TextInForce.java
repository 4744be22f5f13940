package org.plumbline.web.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;

/** Which text holds; sign-offs say it, which know more than this package. */
public interface TextInForce {

  /**
   * The text that is in force at a moment, its day begun in its own zone; empty while none was
   * signed by all that has begun.
   */
  Optional<VersionRow> inForce(Viewer viewer, UUID agreement, Instant moment);
}
