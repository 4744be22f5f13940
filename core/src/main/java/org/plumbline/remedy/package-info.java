/**
 * What follows from results: actions, rights, points and money, each step of the way as data. Start
 * at {@link org.plumbline.remedy.Remedying}.
 */
@NullMarked
package org.plumbline.remedy;

import org.jspecify.annotations.NullMarked;
