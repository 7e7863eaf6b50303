/**
 * What others' programs may ask this installation (对外接口): decisions on facts that they bring themselves.
 *
 * <p>Owns the vendors let in and their tokens. Reads nothing of any register: the facts come with the question, nothing
 * of a question is stored or logged. Whoever wants people of the register asks for something that is not here.
 */
@NullMarked
@ApplicationModule(
        displayName = "对外接口",
        allowedDependencies = {"shared", "ui", "regions", "policy"})
package org.sangyu.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
