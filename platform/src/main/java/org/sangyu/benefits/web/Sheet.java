package org.sangyu.benefits.web;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.ui.Words;

/** A list that can be sent into a workbook: the same rows as on screen, all of them, masked as on screen. */
public interface Sheet {

    /** Its lasting name in a job's arguments; also the word key of the file's name. */
    String wordKey();

    /** Heads of the columns. */
    List<String> heads(Words words);

    /**
     * Every row that the current desk sees of the filtered list, in order.
     *
     * @param query the filter as the page's address carries it
     */
    void rows(Map<String, String> query, Words words, Consumer<Row> rows);

    /**
     * One row.
     *
     * @param elder whom it is about
     * @param place where they belong
     * @param cells texts and numbers, one for each head
     */
    record Row(ElderId elder, Place place, List<Object> cells) {}
}
