package org.plumbline.web.guide;

import java.util.List;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.identity.Viewer;

/** A part of the server in which evidence is found; each part that has some offers one. */
public interface FactSource {

  /** What the person may see that shows something done. */
  List<Fact> of(Viewer viewer, AgreementRow agreement);
}
