// What a page does beyond being read. Everything on it works without this file too.
(function () {
  "use strict";

  // The day in the reader's own time, as 2026-03-01.
  function today() {
    var now = new Date();
    var two = function (number) {
      return String(number).padStart(2, "0");
    };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  // A notice with data-after="2023-05" appears when that day, month or year is over.
  function showWhatIsOver() {
    document.querySelectorAll("[data-after]").forEach(function (notice) {
      var date = notice.dataset.after;
      if (today().slice(0, date.length) > date) notice.hidden = false;
    });
  }

  // Escape closes the menu of small screens and gives the focus back.
  function closeMenuOnEscape() {
    var menu = document.getElementById("menu-switch");
    if (!menu) return;
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.checked) {
        menu.checked = false;
        menu.focus();
      } else if (event.key === "Enter" && event.target === menu) {
        menu.checked = !menu.checked;
      }
    });
  }

  // From a disk a browser may not read other pages: results come without a summary.
  function leaveOutSummaries() {
    if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS !== "undefined")
      DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  }

  // A summary of a search result is from the text itself, not from what stands above it.
  function summariseTextOnly() {
    if (typeof Search === "undefined") return;
    var toText = Search.htmlToText;
    Search.htmlToText = function (html, anchor) {
      var page = new DOMParser().parseFromString(html, "text/html");
      page.querySelectorAll(".title-block").forEach(function (block) {
        block.remove();
      });
      return toText(page.documentElement.outerHTML, anchor);
    };
  }

  // Screen readers hear how many pages were found.
  function announceResults() {
    var summary = document.querySelector("#search-results .search-summary");
    if (summary) summary.setAttribute("role", "status");
  }

  // A link to a question of the folded table opens it.
  function unfoldTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
  }

  leaveOutSummaries();
  window.addEventListener("hashchange", unfoldTarget);
  document.addEventListener("DOMContentLoaded", function () {
    summariseTextOnly();
    showWhatIsOver();
    closeMenuOnEscape();
    unfoldTarget();
    setTimeout(announceResults, 0);
  });
})();
