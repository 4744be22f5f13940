package org.plumbline.reconcile;

import java.util.Optional;
import org.plumbline.records.SetBeside;

/**
 * Something that is not the same in the records of both, and what an evaluation gives if it alone
 * is taken over.
 *
 * @param part what is recorded otherwise; empty: which cases there are
 * @param words what it is, in words
 * @param run over the records here with this as the other has it
 */
record TakenOver(Optional<SetBeside.Part> part, String words, Ours.Run run) {}
