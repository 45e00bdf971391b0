export { githubActionsTokenHandler as default } from './github-actions-token-handler.ts';
