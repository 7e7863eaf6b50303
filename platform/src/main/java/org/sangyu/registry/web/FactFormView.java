package org.sangyu.registry.web;

import java.util.List;
import org.sangyu.ui.FormErrors;

/**
 * A form that records or corrects a fact.
 *
 * @param title what is done
 * @param person whose, in one line
 * @param elder address of the person's page
 * @param action where it posts
 * @param version the elder's version it was filled on
 * @param kind kind of fact
 * @param fields its fields
 * @param errors what is wrong
 * @param note what to know before filling it, may be empty
 */
public record FactFormView(
        String title,
        String person,
        String elder,
        String action,
        String version,
        String kind,
        List<FieldView> fields,
        FormErrors errors,
        String note) {}
