/**
 * Small questions about time that need no agreement: how much working time lies between two
 * moments, and when is something due. Start at {@link org.plumbline.cli.question.Questions}.
 */
@NullMarked
package org.plumbline.cli.question;

import org.jspecify.annotations.NullMarked;
