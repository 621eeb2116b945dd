// Light, dark, or as the machine has it.

export const currentTheme = () => document.documentElement.dataset.theme ?? "auto";

export function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
}

setTheme(localStorage.getItem("theme") ?? "auto");
