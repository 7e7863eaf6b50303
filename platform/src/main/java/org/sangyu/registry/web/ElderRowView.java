package org.sangyu.registry.web;

/**
 * One person in a list, ready to be shown.
 *
 * @param id the person
 * @param href the person's page
 * @param name name
 * @param sex word, may be empty
 * @param age full years, may be empty
 * @param born date, may be empty
 * @param place village as the desk says it
 * @param apart where the person usually lives when that is elsewhere, else empty
 * @param idNumber masked
 * @param phone masked
 * @param tags categories in words
 * @param died day of death, or empty
 */
public record ElderRowView(
        String id,
        String href,
        String name,
        String sex,
        String age,
        String born,
        String place,
        String apart,
        String idNumber,
        String phone,
        String tags,
        String died) {}
